-- Words in quotation marks that are nobody's speech: names, terms, scare quotes.
SELECT s.*, s.id AS "group" FROM statements s WHERE s.sort = 'distanced' ORDER BY file, start, "end", id
