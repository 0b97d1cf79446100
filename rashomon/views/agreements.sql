-- What is told more than once without contradiction, most independent origins first.
SELECT * FROM comparisons WHERE verdict <> 'conflicts' ORDER BY independent_origins DESC, id
