-- What is wanted, planned, feared or refused: somebody's attitude, but nobody's words.
SELECT s.*, s.id AS "group" FROM statements s WHERE s.sort = 'attitude' ORDER BY file, start, "end", id
