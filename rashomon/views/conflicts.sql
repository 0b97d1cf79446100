-- What the tellings contradict each other in, and rival explanations, in the order of the comparison.
SELECT *, 'conflict' AS sort FROM comparisons WHERE verdict = 'conflicts'
