-- Every clause read as a proposition, the ground of comparison.
SELECT * FROM claims ORDER BY file, start, "end", id
