package plumbline.simulator.market;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The whole history of one market up to any moment, computed when it is asked for.
///
/// Only the [#KEPT_DAYS] days that were used last are kept (0.1 MB each), and of all that were used
/// their sums (0.1 kB each): weeks and months of years are asked for again and again.
///
/// Threads: any thread.
public final class MarketHistory {
    /// Days that are not computed again.
    static final int KEPT_DAYS = 24;

    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;
    private static final int DAY_MINUTES = PricePath.MINUTES;

    private final long seed;
    private final SimulatedMarket market;

    @SuppressWarnings("serial") // is never serialised
    private final Map<Long, DayBlock> days =
            new LinkedHashMap<>(KEPT_DAYS * 2, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, DayBlock> eldest) {
                    return size() > KEPT_DAYS;
                }
            };

    private final Map<Long, CandleSum> sumsOfDays = new ConcurrentHashMap<>();

    /// The history that a seed gives a market.
    public MarketHistory(long seed, SimulatedMarket market) {
        this.seed = seed;
        this.market = market;
    }

    public SimulatedMarket market() {
        return market;
    }

    /// Sums what was traded in `[fromMs, toMs)` and not after `nowMs` into `out`, which is emptied
    /// first. Nothing is summed where the market did not exist or the venue stood still.
    public void sum(long fromMs, long toMs, long nowMs, CandleSum out) {
        out.clear();
        long from = Math.max(fromMs, market.listedMs());
        long to = Math.min(Math.min(toMs, market.endedMs()), nowMs + 1);
        long at = from;
        while (at < to) {
            long dayStart = Math.floorDiv(at, DAY_MS) * DAY_MS;
            long dayEnd = dayStart + DAY_MS;
            if (at == dayStart && to >= dayEnd) {
                out.add(sumOfDay(dayStart / DAY_MS));
            } else {
                sumMinutes(day(dayStart / DAY_MS), at, Math.min(to, dayEnd), out);
            }
            at = dayEnd;
        }
    }

    private CandleSum sumOfDay(long number) {
        return sumsOfDays.computeIfAbsent(
                number,
                _ -> {
                    CandleSum sum = new CandleSum();
                    DayBlock day = day(number);
                    sumMinutes(day, number * DAY_MS, (number + 1) * DAY_MS, sum);
                    return sum;
                });
    }

    private static void sumMinutes(DayBlock day, long from, long to, CandleSum out) {
        long dayStart = day.day * DAY_MS;
        long at = from;
        for (int m = (int) ((from - dayStart) / MINUTE_MS); m < DAY_MINUTES && at < to; m++) {
            long minuteStart = dayStart + m * MINUTE_MS;
            long minuteEnd = minuteStart + MINUTE_MS;
            if (day.isPresent(m)) {
                if (at == minuteStart && to >= minuteEnd) {
                    out.addMinute(day, m);
                } else {
                    part(day, m, at, to, out);
                }
            }
            at = minuteEnd;
        }
    }

    private static void part(DayBlock day, int m, long from, long to, CandleSum out) {
        MinuteTrades trades = new MinuteTrades();
        day.start(m, trades);
        long last = day.before[m];
        boolean any = false;
        while (trades.next() && trades.timeMs() < to) {
            if (trades.timeMs() >= from) {
                out.addTrade(trades);
                any = true;
            } else {
                last = trades.price();
            }
        }
        if (!any) {
            out.addQuiet(last);
        }
    }

    /// Whether there is a candle in `[fromMs, toMs)` that began by `nowMs`.
    public boolean hasAny(long fromMs, long toMs, long nowMs) {
        long from = Math.max(fromMs, market.listedMs());
        long to = Math.min(Math.min(toMs, market.endedMs()), nowMs + 1);
        if (from >= to) {
            return false;
        }
        if (to - from >= DAY_MS) {
            return true; // no outage is as long as a day
        }
        for (long at = from; at < to; at = Math.floorDiv(at, MINUTE_MS) * MINUTE_MS + MINUTE_MS) {
            long day = Math.floorDiv(at, DAY_MS);
            if (day(day).isPresent((int) ((at - day * DAY_MS) / MINUTE_MS))) {
                return true;
            }
        }
        return false;
    }

    /// The number of the first aggregate trade at or after a time: all numbers are gapless from 0.
    public long firstTradeAt(long timeMs) {
        if (timeMs <= market.listedMs()) {
            return 0;
        }
        if (timeMs >= market.endedMs()) {
            return (market.endedMs() - market.listedMs()) / DAY_MS * market.tradesPerDay();
        }
        DayBlock day = day(Math.floorDiv(timeMs, DAY_MS));
        int minute = (int) (Math.floorMod(timeMs, DAY_MS) / MINUTE_MS);
        MinuteTrades trades = new MinuteTrades();
        day.start(minute, trades);
        int number = day.tradesBefore[minute];
        while (trades.next() && trades.timeMs() < timeMs) {
            number++;
        }
        return firstOf(day.day) + number;
    }

    /// Gives the trades from number `from` on that happened by `nowMs`, until the receiver has
    /// enough.
    public void trades(long from, long nowMs, TradeReceiver receiver) {
        long number = Math.max(0, from);
        MinuteTrades trades = new MinuteTrades();
        long end = firstTradeAt(nowMs + 1);
        while (number < end) {
            DayBlock day = day(market.listedMs() / DAY_MS + number / market.tradesPerDay());
            int ofDay = (int) (number % market.tradesPerDay());
            day.start(minuteOf(day, ofDay), trades);
            while (trades.next()) {
                if (trades.numberOfDay() < ofDay) {
                    continue;
                }
                if (number >= end || !receiver.accept(number, trades)) {
                    return;
                }
                number++;
            }
        }
    }

    private static int minuteOf(DayBlock day, int trade) {
        int from = 0;
        int to = DAY_MINUTES;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (day.tradesBefore[middle + 1] <= trade) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// The number of the first single trade of an aggregate trade.
    public long firstSingleOf(long trade) {
        long perDay = market.tradesPerDay();
        return trade / perDay * DayBlock.singlesBefore(perDay)
                + DayBlock.singlesBefore(trade % perDay);
    }

    /// The last price by `nowMs`, in ticks; 0 before the first trade.
    public long lastPrice(long nowMs) {
        long end = firstTradeAt(nowMs + 1);
        long[] price = {0};
        trades(
                end - 1,
                nowMs,
                (_, trade) -> {
                    price[0] = trade.price();
                    return true;
                });
        return price[0];
    }

    private long firstOf(long day) {
        return (day - market.listedMs() / DAY_MS) * market.tradesPerDay();
    }

    private DayBlock day(long day) {
        synchronized (days) {
            DayBlock known = days.get(day);
            if (known == null) {
                known = new DayBlock(seed, market, day);
                days.put(day, known);
            }
            return known;
        }
    }

    /// Takes trades one by one.
    @FunctionalInterface
    public interface TradeReceiver {
        /// @param trade valid only during the call
        /// @return whether it takes more
        boolean accept(long number, MinuteTrades trade);
    }
}
