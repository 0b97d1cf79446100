-- What is said, written or believed, with the group of statements that render the same utterance.
SELECT s.*, coalesce(g.representative, s.id) AS "group"
FROM statements s
LEFT JOIN groups g ON g.key = s.id
WHERE s.sort IN ('speech', 'belief')
ORDER BY file, start, "end", id
