-- What is wanted, planned, feared or refused: somebody's attitude, but nobody's words; with the group that tells the same.
SELECT s.*, coalesce(g.representative, s.id) AS "group"
FROM statements s
LEFT JOIN groups g ON g.key = s.id
WHERE s.sort = 'attitude' ORDER BY s.file, s.start, s."end", s.id
