package plumbline.storage.timescale;

/// What TimescaleDB adds to PostgreSQL, and what it is like without.
public enum Capability {
    /// Tables that are kept in pieces by time.
    HYPERTABLE(
            "tables in pieces by time", "candles are in one plain table, which slows as it grows"),
    /// Old pieces are compressed.
    COMPRESSION("compression", "candles take about seven times the room"),
    /// Hours and days are kept ready.
    CONTINUOUS_AGGREGATE(
            "continuous aggregates",
            "the views candle_1h and candle_1d for your own SQL are missing; Plumbline does not"
                    + " need them"),
    /// Old order books are dropped.
    RETENTION("retention", "order books are kept until somebody deletes them");

    private final String title;
    private final String without;

    Capability(String title, String without) {
        this.title = title;
        this.without = without;
    }

    /// What it is called in messages.
    String title() {
        return title;
    }

    /// What it is like without it.
    String without() {
        return without;
    }
}
