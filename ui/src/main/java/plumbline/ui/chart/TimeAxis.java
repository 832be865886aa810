package plumbline.ui.chart;

import java.time.ZoneOffset;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Which time is at which position: the open times of the candles, and beyond the newest one the
/// times at which candles will open.
record TimeAxis(CandleSeries candles, Timeframe timeframe) {
    /// Open time of candle `i >= 0`, existing or to come.
    ///
    /// @throws ArrayIndexOutOfBoundsException if the series is empty
    long time(int i) {
        int n = candles.size();
        if (i < n) {
            return candles.openTime()[i];
        }
        long last = candles.lastOpenMs();
        if (timeframe == Timeframe.MONTH1) {
            return TickUnit.dateOf(last)
                    .plusMonths(i - n + 1L)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
        return last + (i - n + 1) * timeframe.millis();
    }

    /// The first candle, existing or to come, that opens at or after `timeMs`.
    int atOrAfter(long timeMs) {
        int n = candles.size();
        long last = candles.lastOpenMs();
        if (timeMs <= last) {
            return candles.firstAtOrAfter(timeMs);
        }
        long later =
                timeframe == Timeframe.MONTH1
                        ? timeframe.steps(last, timeMs - 1) + 1
                        : Math.ceilDiv(timeMs - last, timeframe.millis());
        return (int) Math.min(n - 1 + later, Integer.MAX_VALUE);
    }

    /// The candle that was open at `timeMs`: the last that opened at or before it; -1 if it is
    /// before the first.
    int holding(long timeMs) {
        int at = candles.firstAtOrAfter(timeMs);
        return at < candles.size() && candles.openTime()[at] == timeMs ? at : at - 1;
    }
}
