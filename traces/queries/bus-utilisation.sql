-- The broadcast bus over time: words heard in each interval, and how long messages waited to be granted.
-- In the folder of a run traced with --trace parquet,samples=...,bin=CYCLES:  duckdb < bus-utilisation.sql
SELECT
    a.startCycle,
    a.endCycle,
    sum(a.count) AS wordsHeard,
    (
        SELECT coalesce(sum(m.queueingCycles), 0)
        FROM 'trace-messages.parquet' m
        WHERE m.readyCycle >= a.startCycle AND m.readyCycle < a.endCycle
          AND m.kind IN ('StartPhase', 'Probe', 'Commit', 'PerturbationScale', 'CostChange')
    ) AS waitedCycles
FROM 'trace-actions.parquet' a
JOIN 'trace-blocks.parquet' b USING (block)
WHERE b.kind = 'bus'
GROUP BY ALL
ORDER BY a.startCycle;
