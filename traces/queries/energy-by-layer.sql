-- Dynamic energy of each layer between evaluations (an epoch each, by default), in picojoules; layer 0 is what all share.
-- In the folder of a run traced with --trace parquet,samples=all:  duckdb < energy-by-layer.sql
-- An interval of actions counts for the evaluation before whose cycle it starts.
WITH epochs AS (
    SELECT samples, cycles, lag(cycles, 1, 0) OVER (ORDER BY samples) AS since FROM 'accuracy.csv'
)
SELECT
    e.samples AS untilSample,
    coalesce(b.layer, 0) AS layer,
    round(sum(a.picojoules), 3) AS picojoules
FROM 'trace-actions.parquet' a
JOIN 'trace-blocks.parquet' b USING (block)
JOIN epochs e ON a.startCycle >= e.since AND a.startCycle < e.cycles
GROUP BY ALL
ORDER BY untilSample, layer;
