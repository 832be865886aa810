-- What TimescaleDB adds to the tables. Each statement stands below a line with its capability and its table; the
-- word "policy" marks those that an administrator may take away again. A statement is left out if what it makes
-- is there; one that the server refuses is reported, and the store does without.

-- HYPERTABLE candle
SELECT create_hypertable('candle', by_range('ts', INTERVAL '30 days'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true);

-- HYPERTABLE candle_float
SELECT create_hypertable('candle_float', by_range('ts', INTERVAL '30 days'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true);

-- HYPERTABLE trade
SELECT create_hypertable('trade', by_range('ts', INTERVAL '1 day'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true);

-- HYPERTABLE book_snapshot
SELECT create_hypertable('book_snapshot', by_range('ts', INTERVAL '1 day'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true);

-- HYPERTABLE feature_value
SELECT create_hypertable('feature_value', by_range('ts', INTERVAL '30 days'),
    create_default_indexes => false, if_not_exists => true, migrate_data => true);

-- COMPRESSION candle
ALTER TABLE candle SET (timescaledb.compress,
    timescaledb.compress_segmentby = 'market_id,timeframe_s', timescaledb.compress_orderby = 'ts');

-- COMPRESSION candle policy
SELECT add_compression_policy('candle', compress_after => INTERVAL '60 days', if_not_exists => true);

-- COMPRESSION candle_float
ALTER TABLE candle_float SET (timescaledb.compress,
    timescaledb.compress_segmentby = 'market_id,timeframe_s', timescaledb.compress_orderby = 'ts');

-- COMPRESSION candle_float policy
SELECT add_compression_policy('candle_float', compress_after => INTERVAL '60 days', if_not_exists => true);

-- COMPRESSION trade
ALTER TABLE trade SET (timescaledb.compress,
    timescaledb.compress_segmentby = 'market_id', timescaledb.compress_orderby = 'ts,trade_id');

-- COMPRESSION trade policy
SELECT add_compression_policy('trade', compress_after => INTERVAL '3 days', if_not_exists => true);

-- COMPRESSION book_snapshot
ALTER TABLE book_snapshot SET (timescaledb.compress,
    timescaledb.compress_segmentby = 'market_id', timescaledb.compress_orderby = 'ts');

-- COMPRESSION book_snapshot policy
SELECT add_compression_policy('book_snapshot', compress_after => INTERVAL '2 days', if_not_exists => true);

-- COMPRESSION feature_value
ALTER TABLE feature_value SET (timescaledb.compress,
    timescaledb.compress_segmentby = 'feature_id,market_id,timeframe_s', timescaledb.compress_orderby = 'ts');

-- COMPRESSION feature_value policy
SELECT add_compression_policy('feature_value', compress_after => INTERVAL '60 days', if_not_exists => true);

-- RETENTION book_snapshot policy
SELECT add_retention_policy('book_snapshot', drop_after => INTERVAL '90 days', if_not_exists => true);

-- CONTINUOUS_AGGREGATE candle_1h
CREATE MATERIALIZED VIEW IF NOT EXISTS candle_1h
    WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
    SELECT market_id, time_bucket(INTERVAL '1 hour', ts) AS ts,
        first(o, ts) AS o, max(h) AS h, min(l) AS l, last(c, ts) AS c, sum(v)::bigint AS v, count(*) AS n
    FROM candle WHERE timeframe_s = 60 AND closed GROUP BY 1, 2 WITH NO DATA;

-- CONTINUOUS_AGGREGATE candle_1h policy
SELECT add_continuous_aggregate_policy('candle_1h', start_offset => INTERVAL '3 days',
    end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '30 minutes', if_not_exists => true);

-- CONTINUOUS_AGGREGATE candle_1d
CREATE MATERIALIZED VIEW IF NOT EXISTS candle_1d
    WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
    SELECT market_id, time_bucket(INTERVAL '1 day', ts) AS ts,
        first(o, ts) AS o, max(h) AS h, min(l) AS l, last(c, ts) AS c, sum(v)::bigint AS v, sum(n)::bigint AS n
    FROM candle_1h GROUP BY 1, 2 WITH NO DATA;

-- CONTINUOUS_AGGREGATE candle_1d policy
SELECT add_continuous_aggregate_policy('candle_1d', start_offset => INTERVAL '30 days',
    end_offset => INTERVAL '1 day', schedule_interval => INTERVAL '6 hours', if_not_exists => true);
