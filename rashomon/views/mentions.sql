-- Every mention, with the actor that it stands for in the whole pile.
SELECT m.*, coalesce(k.representative, '') AS actor_id
FROM mentions m
LEFT JOIN actor_keys k ON k.key = m.actor
ORDER BY file, start, "end", id
