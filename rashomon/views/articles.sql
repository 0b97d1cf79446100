-- The articles of the case, in order of file and place.
SELECT a.id, 'article' AS kind, a.page, p.file, p.text_of_page, a.title, a.author, a.outlet,
       a.published_on, a.published_precision, a.published_from, a.published_anchor, a.language, a.origin, a.translated, a.note,
       c.representative AS copy_of, a.blocks
FROM articles a
JOIN pages p ON p.id = a.page
LEFT JOIN copies c ON c.key = a.id
ORDER BY p.file, a.blocks[1][1], a.id
