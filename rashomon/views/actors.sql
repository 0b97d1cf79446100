-- What the judgements say each set of mentions adds up to, the most mentioned actor first.
WITH known AS (
  SELECT k.representative AS actor_id, m.*
  FROM mentions m JOIN actor_keys k ON k.key = m.actor
),
names AS (
  SELECT actor_id, first(name ORDER BY own DESC, told DESC, length(name) DESC, name) AS name
  FROM (SELECT actor_id, name, bool_or(actor = actor_id) AS own, count(*) AS told FROM known WHERE name <> '' GROUP BY ALL)
  GROUP BY actor_id
),
forms AS (
  SELECT actor_id, list({'text': quote, 'count': told, 'files': files} ORDER BY told DESC, quote) AS forms
  FROM (SELECT actor_id, quote, count(*) AS told, list(DISTINCT file ORDER BY file) AS files FROM known GROUP BY actor_id, quote)
  GROUP BY actor_id
),
kinds AS (
  SELECT actor_id, first(type ORDER BY own DESC, named DESC, told DESC, type) AS type,
         first(country ORDER BY own DESC, named DESC, country = '', told DESC, country) AS country,
         first(sector ORDER BY own DESC, named DESC, sector = '', told DESC, sector) AS sector
  FROM (
    SELECT actor_id, actor = actor_id AS own, form IN ('name', 'acronym') AS named, type, country, sector, count(*) AS told
    FROM known GROUP BY ALL
  )
  GROUP BY actor_id
),
reasons AS (
  SELECT actor_id, list(DISTINCT why ORDER BY why) AS why
  FROM (
    SELECT actor_id, why FROM known WHERE why <> ''
    UNION ALL
    SELECT k.representative, j.why FROM judgements j JOIN actor_keys k ON k.key = j."left"
    UNION ALL
    SELECT k.representative, j.why FROM judgements j JOIN actor_keys k ON k.key = j."right"
  )
  GROUP BY actor_id
)
SELECT known.actor_id AS id, 'actor' AS kind, any_value(names.name) AS name,
       any_value(kinds.type) AS type, any_value(kinds.country) AS country, any_value(kinds.sector) AS sector,
       count(*) AS mentions, any_value(forms.forms) AS forms, coalesce(any_value(reasons.why), []) AS why
FROM known
LEFT JOIN names ON names.actor_id = known.actor_id
LEFT JOIN kinds ON kinds.actor_id = known.actor_id
LEFT JOIN forms ON forms.actor_id = known.actor_id
LEFT JOIN reasons ON reasons.actor_id = known.actor_id
GROUP BY known.actor_id
ORDER BY mentions DESC, id
