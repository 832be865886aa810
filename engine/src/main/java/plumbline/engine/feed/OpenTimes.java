package plumbline.engine.feed;

import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.market.Timeframe;

/// Open times of rows that were written with the times of their closes.
final class OpenTimes {
    private static final long SECOND = 1000;

    private OpenTimes() {}

    /// Changes the times of all rows. A close may be written as the last moment of its candle: a
    /// millisecond or a second before the next.
    static void ofCloses(CandleRows rows, Timeframe timeframe) {
        rows.changeTimes(close -> {
            long end = close;
            if (isOpen(close + 1, timeframe)) {
                end = close + 1;
            } else if (isOpen(close + SECOND, timeframe) && timeframe.millis() > SECOND) {
                end = close + SECOND;
            }
            return timeframe == Timeframe.MONTH1
                    ? timeframe.openOf(end - 1)
                    : end - timeframe.millis();
        });
    }

    private static boolean isOpen(long timeMs, Timeframe timeframe) {
        return timeframe.openOf(timeMs) == timeMs;
    }
}
