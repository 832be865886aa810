package plumbline.ui.chart;

import java.util.Random;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;

/// Candles and trades for the tests of the chart: a random walk of hours from 2024-08-01 00:00 UTC.
final class Walk {
    static final long START = 1_722_470_400_000L;
    static final long HOUR = 3_600_000L;
    static final SeriesKey KEY = new SeriesKey(MarketId.parse("test:A/USD"), Timeframe.H1);

    private Walk() {}

    static CandleSeries hours(int n) {
        Random random = new Random(7);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 1000;
        for (int i = 0; i < n; i++) {
            double open = price;
            price = Math.max(10, Math.rint(price + random.nextGaussian() * 5));
            double high = Math.max(open, price) + 1 + random.nextInt(3);
            double low = Math.min(open, price) - 1 - random.nextInt(3);
            builder.add(time(i), open, high, low, price, 1 + random.nextInt(100));
        }
        return builder.build();
    }

    static long time(int i) {
        return START + i * HOUR;
    }

    static Trade longTrade(int entry, int exit, double returned) {
        return trade(PositionSide.LONG, time(entry), time(exit), returned);
    }

    static Trade trade(PositionSide side, long entryMs, long exitMs, double returned) {
        return new Trade(
                KEY.market(),
                side,
                1,
                entryMs,
                1000,
                exitMs,
                1000 * (1 + returned),
                1000 * returned,
                returned,
                0,
                "in",
                "stop",
                0,
                0,
                0,
                0);
    }
}
