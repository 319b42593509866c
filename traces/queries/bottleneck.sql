-- Which block makes others wait longest: cycles from hearing what a message needs to having it ready, by block and kind of
-- message, in percent of the traced time. Blocks work side by side, so that shares do not add up to 100.
-- In the folder of a run traced with --trace parquet,samples=...:  duckdb < bottleneck.sql
WITH span AS (SELECT min(startCycle) AS first, max(endCycle) AS last FROM 'trace-phases.parquet')
SELECT
    b.name AS block,
    m.kind AS message,
    count(*) AS messages,
    sum(m.processingCycles) AS processingCycles,
    round(100.0 * sum(m.processingCycles) / (SELECT last - first FROM span), 1) AS percentOfTime
FROM 'trace-messages.parquet' m
JOIN 'trace-blocks.parquet' b ON b.block = m.sender
GROUP BY ALL
ORDER BY processingCycles DESC, block, message
LIMIT 20;
