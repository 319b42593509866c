-- The synapses written most often in the traced samples, and how far they went.
-- In the folder of a run traced with --trace parquet,samples=...,synapses=N (all of them, if N is large enough):
--   duckdb < worst-synapses.sql
SELECT
    layer,
    input,
    neuron,
    count(*) AS updates,
    sum(CASE WHEN after > before THEN 1 ELSE 0 END) AS up,
    round(sum(abs(after - before)), 6) AS distance,
    round(last(after ORDER BY cycle) - first(before ORDER BY cycle), 6) AS moved
FROM 'trace-updates.parquet'
GROUP BY ALL
ORDER BY updates DESC, distance DESC, layer, input, neuron
LIMIT 20;
