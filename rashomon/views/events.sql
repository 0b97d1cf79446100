-- Every event, with the group of tellings of the same event.
SELECT e.*, coalesce(g.representative, e.id) AS "group"
FROM events e
LEFT JOIN groups g ON g.key = e.id
ORDER BY file, start, "end", id
