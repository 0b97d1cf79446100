-- Every rule: what is said to lead to what.
SELECT * EXCLUDE (if_text, then_text), if_text AS "if", then_text AS "then",
       CASE WHEN len(if_spans) > 0 THEN [if_spans[1][1], if_spans[-1][2]] END AS if_span,
       CASE WHEN len(then_spans) > 0 THEN [then_spans[1][1], then_spans[-1][2]] END AS then_span
FROM rules
ORDER BY file, start, "end", id
