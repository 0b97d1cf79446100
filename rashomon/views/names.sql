-- What each actor key is called in the whole pile.
WITH known AS (SELECT k.representative AS actor_id, m.actor, m.name FROM mentions m JOIN actor_keys k ON k.key = m.actor),
called AS (
  SELECT actor_id, first(name ORDER BY own DESC, told DESC, length(name) DESC, name) AS name
  FROM (SELECT actor_id, name, bool_or(actor = actor_id) AS own, count(*) AS told FROM known WHERE name <> '' GROUP BY ALL)
  GROUP BY actor_id
)
SELECT k.key, k.representative AS id, called.name
FROM actor_keys k JOIN called ON called.actor_id = k.representative
ORDER BY k.key
