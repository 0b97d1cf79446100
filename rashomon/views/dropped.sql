-- What belongs to no article, and why.
SELECT d.id, 'dropped' AS kind, d.page, p.file, d.start, d."end", d.text, d.reason, p.text_of_page
FROM dropped d JOIN pages p ON p.id = d.page
ORDER BY p.file, d.start, d.id
