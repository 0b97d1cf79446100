-- The counts of the summary: what, of which sort, how many.
SELECT 'pages' AS what, '' AS sort, count(*) AS many FROM pages
UNION ALL SELECT 'articles', '', count(*) FROM articles
UNION ALL SELECT 'outlets', '', count(DISTINCT outlet) FILTER (outlet <> '') FROM articles
UNION ALL SELECT 'articles without a known outlet', '', count(*) FILTER (outlet = '') FROM articles
UNION ALL SELECT 'copies', '', count(*) FILTER (key <> representative) FROM copies
UNION ALL SELECT 'dropped', reason, count(*) FROM dropped GROUP BY reason
UNION ALL SELECT 'mentions', status, count(*) FROM mentions GROUP BY status
UNION ALL SELECT 'statements', status, count(*) FROM statements WHERE sort IN ('speech', 'belief') GROUP BY status
UNION ALL SELECT 'attitudes', status, count(*) FROM statements WHERE sort = 'attitude' GROUP BY status
UNION ALL SELECT 'distanced words', status, count(*) FROM statements WHERE sort = 'distanced' GROUP BY status
UNION ALL SELECT 'events', status, count(*) FROM events GROUP BY status
UNION ALL SELECT 'figures', status, count(*) FROM figures GROUP BY status
UNION ALL SELECT 'ties', status, count(*) FROM ties GROUP BY status
UNION ALL SELECT 'rules', status, count(*) FROM rules GROUP BY status
UNION ALL SELECT 'issues', stage, count(*) FROM issues GROUP BY stage
