package plumbline.simulator.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final SimulatedMarket market;
    private final Days source;

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
    ///
    /// @param seed of prices, the same for all venues
    /// @param venueSeed of trades, outages and distances between the prices of venues
    public MarketHistory(long seed, long venueSeed, SimulatedMarket market) {
        this.market = market;
        this.source = new DrawnDays(seed, venueSeed, market);
    }

    /// The history of given candles, with trades and books that a seed makes from them.
    public MarketHistory(long seed, RecordedMarket recorded) {
        this.market = recorded.market();
        this.source = new CandleDays(seed, recorded);
    }

    public SimulatedMarket market() {
        return market;
    }

    /// When there is nothing any more, epoch milliseconds UTC; [SimulatedMarket#NEVER] if it goes
    /// on.
    public long endMs() {
        return Math.min(market.endedMs(), source.endMs());
    }

    /// Sums what was traded in `[fromMs, toMs)` and not after `nowMs` into `out`, which is emptied
    /// first. Nothing is summed where the market did not exist or the venue stood still.
    public void sum(long fromMs, long toMs, long nowMs, CandleSum out) {
        out.clear();
        long from = Math.max(fromMs, market.listedMs());
        long to = Math.min(Math.min(toMs, endMs()), nowMs + 1);
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
        MinuteTrades trades = day.trades(m);
        long last = day.before[m];
        boolean any = false;
        while (trades.next() && trades.timeMs() < to) {
            if (trades.timeMs() >= from) {
                out.addTrade(day.market, trades);
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
        long to = Math.min(Math.min(toMs, endMs()), nowMs + 1);
        return from < to && source.hasAny(from, to, this::day);
    }

    /// The number of the first aggregate trade at or after a time: all numbers are gapless from 0.
    public long firstTradeAt(long timeMs) {
        if (timeMs <= market.listedMs()) {
            return 0;
        }
        if (timeMs >= endMs()) {
            return source.tradesBefore(Math.ceilDiv(endMs(), DAY_MS));
        }
        DayBlock day = day(Math.floorDiv(timeMs, DAY_MS));
        int minute = (int) (Math.floorMod(timeMs, DAY_MS) / MINUTE_MS);
        MinuteTrades trades = day.trades(minute);
        int number = day.tradesBefore[minute];
        while (trades.next() && trades.timeMs() < timeMs) {
            number++;
        }
        return source.tradesBefore(day.day) + number;
    }

    /// Gives the trades from number `from` on that happened by `nowMs`, until the receiver has
    /// enough.
    public void trades(long from, long nowMs, TradeReceiver receiver) {
        long number = Math.max(0, from);
        long end = firstTradeAt(nowMs + 1);
        while (number < end) {
            DayBlock day = day(source.dayOf(number));
            int ofDay = (int) (number - source.tradesBefore(day.day));
            MinuteTrades trades = day.trades(minuteOf(day, ofDay));
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
        return source.singlesBefore(trade);
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

    /// What the path that the market follows costs at a time, in quote; there is such a price while
    /// nothing is traded, too.
    public double indexPrice(long timeMs) {
        return source.indexAt(timeMs);
    }

    /// What the market should cost at a time, in quote: trades are near it.
    public double markPrice(long timeMs) {
        return source.markAt(timeMs);
    }

    /// How many single trades there were by `nowMs`: the next one has this number.
    public long singlesUntil(long nowMs) {
        return firstSingleOf(firstTradeAt(nowMs + 1));
    }

    /// Single trades from number `from` on that happened by `nowMs`, oldest first. A trade that was
    /// aggregated of two is shown as two halves of it.
    ///
    /// @param most how many at most
    public List<SingleTrade> singles(long from, int most, long nowMs) {
        List<SingleTrade> singles = new ArrayList<>();
        long first = Math.max(0, from);
        trades(
                source.tradeOf(first),
                nowMs,
                (number, trade) -> {
                    addSingles(number, trade, singles);
                    return singles.size() <= most;
                });
        singles.removeIf(single -> single.id() < first);
        return singles.size() > most ? singles.subList(0, most) : singles;
    }

    private void addSingles(long number, MinuteTrades trade, List<SingleTrade> out) {
        long first = firstSingleOf(number);
        long half = trade.lots() / 2;
        if (firstSingleOf(number + 1) - first == 2) {
            out.add(SingleTrade.of(first, market, trade, half));
            out.add(SingleTrade.of(first + 1, market, trade, trade.lots() - half));
        } else {
            out.add(SingleTrade.of(first, market, trade, trade.lots()));
        }
    }

    private DayBlock day(long day) {
        synchronized (days) {
            DayBlock known = days.get(day);
            if (known == null) {
                known = source.day(day);
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
