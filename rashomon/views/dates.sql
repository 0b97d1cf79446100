-- Every one of the dates, in order of file and place.
SELECT * FROM dates ORDER BY file, start, "end", id
