-- Every one of the ties, in order of file and place.
SELECT * FROM ties ORDER BY file, start, "end", id
