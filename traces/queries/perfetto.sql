-- For Perfetto's trace processor: trace_processor_shell -q perfetto.sql trace.perfetto-trace
-- Busy time and energy of each action of each block, the longest first. One cycle is one nanosecond.
SELECT
    parent.name AS block,
    slice.name AS action,
    count(*) AS slices,
    sum(slice.dur) AS busyCycles,
    sum(extract_arg(slice.arg_set_id, 'debug.times')) AS times,
    sum(extract_arg(slice.arg_set_id, 'debug.picojoules')) AS picojoules
FROM slice
JOIN track ON track.id = slice.track_id
JOIN track AS parent ON parent.id = track.parent_id
WHERE extract_arg(slice.arg_set_id, 'debug.times') IS NOT NULL
GROUP BY 1, 2
ORDER BY busyCycles DESC;
