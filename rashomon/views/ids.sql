-- Everything a judgement may speak of.
SELECT DISTINCT id FROM (
  SELECT key AS id FROM actor_keys
  UNION ALL SELECT key FROM groups
  UNION ALL SELECT key FROM copies
  UNION ALL SELECT id FROM comparisons
  UNION ALL SELECT id FROM figures
  UNION ALL SELECT id FROM ties
  UNION ALL SELECT id FROM rules
  UNION ALL SELECT id FROM mentions
  UNION ALL SELECT outlet FROM articles
)
