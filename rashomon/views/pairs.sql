-- Every finding that stands between two actors of the pile: ties, events from actor to recipient, figures measured of both.
-- In order of time; what has no date by amounts, ties and deeds, each by its name, so that a series stands together.
-- $one, $two: representatives; an empty string stands for anybody.
WITH told AS (
  SELECT id, 'tie' AS sort, relation AS name, '' AS mode, subject AS source, object AS target, amount, as_of AS "on", status, negated,
         historical, voice, outlet, file, line, quote, sentence
  FROM ties
  UNION ALL
  SELECT e.id, 'event', e.type, e.mode, a.source, r.target, '', e."on", e.status, e.negated, e.historical, e.voice, e.outlet,
         e.file, e.line, e.quote, e.sentence
  FROM events e, unnest(e.actor) AS a(source), unnest(e.recipient) AS r(target)
  UNION ALL
  SELECT f.id, 'figure', f.measures, f.unit, f."of"[1], f."of"[2], f.value_text, f.as_of, f.status, f.negated, f.historical, f.voice,
         f.outlet, f.file, f.line, f.quote, f.sentence
  FROM figures f WHERE len(f."of") = 2
),
between AS (
  SELECT told.* EXCLUDE (source, target), s.representative AS source, t.representative AS target
  FROM told
  JOIN actor_keys s ON s.key = told.source
  JOIN actor_keys t ON t.key = told.target
  WHERE s.representative <> t.representative
)
SELECT b.*, coalesce(f.field, g.field, '') AS field, coalesce(f.score, g.score, 0) AS score
FROM between b
LEFT JOIN fields f ON f.sort = b.sort AND f.name = b.name AND f.mode = b.mode
LEFT JOIN fields g ON g.sort = b.sort AND g.name = b.name AND g.mode = ''
WHERE ($one = '' OR $one IN (source, target)) AND ($two = '' OR $two IN (source, target))
ORDER BY b."on" = '', b."on", array_position(['figure', 'tie', 'event'], b.sort), b.name, b.file, b.line, b.id, source, target
