-- What could not be read or handled, and why.
SELECT DISTINCT 'issue' AS kind, i.stage, coalesce(nullif(i.file, ''), p.file, '') AS file, i.page, i.start, i."end", i.what
FROM issues i LEFT JOIN pages p ON p.id = i.page
ORDER BY file, stage, i.start, what
