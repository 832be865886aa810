package plumbline.engine.market;

/// On which days there are candles, counted as they come.
///
/// Not thread-safe.
final class TradingDays {
    private static final long DAY = 86_400_000L;

    private final long shift;
    private final int[] ofWeek = new int[7];
    private int count;
    private long first;
    private long last;
    private long dayStart;
    private long dayEnd = Long.MIN_VALUE;

    /// @param timeframe a candle of a day belongs to the day that its middle is in, whatever the
    ///   zone of its midnight
    TradingDays(Timeframe timeframe) {
        shift = timeframe == Timeframe.D1 ? DAY / 2 : 0;
    }

    void add(long openMs) {
        last = openMs;
        if (openMs < dayEnd && openMs >= dayStart) {
            return;
        }
        long day = Math.floorDiv(openMs + shift, DAY);
        first = count == 0 ? openMs : first;
        count++;
        dayStart = day * DAY - shift;
        dayEnd = dayStart + DAY;
        // the epoch day 0 was a Thursday
        ofWeek[(int) Math.floorMod(day + 3, 7L)]++;
    }

    /// How many there are.
    int count() {
        return count;
    }

    /// How many are on that day of the week, Monday 0.
    int of(int weekday) {
        return ofWeek[weekday];
    }

    /// From the first candle to the last.
    long spanMs() {
        return last - first;
    }
}
