-- Every one of the figures, in order of file and place.
SELECT * FROM figures ORDER BY file, start, "end", id
