package plumbline.simulator.market;

import java.util.BitSet;
import plumbline.engine.market.CandleSeries;

/// A day of given candles: its minutes are they, or parts that sum up to them, and its trades sum
/// up to its minutes. Minutes that are not given are absent.
///
/// A minute whose volume is fewer lots than trades are needed to show its prices has fewer; its
/// candle stays what it is.
///
/// Threads: any thread; immutable by contract.
final class CandleDay extends DayBlock {
    private static final int MOST_MORE = 8;
    private static final long DAY_MS = 86_400_000;

    private final BitSet present = new BitSet(MINUTES);
    private final long key;

    /// Without what is bought and what it is worth, which the trades tell.
    ///
    /// @param key of the market's trades
    CandleDay(RecordedMarket recorded, long key, long day) {
        super(recorded.market(), day);
        this.key = Noise.key(key, day);
        CandleSeries candles = recorded.candles();
        int span = (int) (recorded.timeframe().millis() / MinuteTrades.MINUTE_MS);
        long end = (day + 1) * DAY_MS;
        for (int i = candles.firstAtOrAfter(day * DAY_MS);
                i < candles.size() && candles.openTime()[i] < end;
                i++) {
            int minute = (int) ((candles.openTime()[i] - day * DAY_MS) / MinuteTrades.MINUTE_MS);
            long[] prices = {
                recorded.ticks(candles.open()[i]),
                recorded.ticks(candles.high()[i]),
                recorded.ticks(candles.low()[i]),
                recorded.ticks(candles.close()[i])
            };
            divide(minute, span, prices, recorded.lots(candles.volume()[i]));
        }
        countTrades();
    }

    /// The same with all sums.
    CandleDay summed() {
        for (int m = present.nextSetBit(0); m >= 0; m = present.nextSetBit(m + 1)) {
            MinuteTrades trades = trades(m);
            while (trades.next()) {
                long value = market.worth(trades.price(), trades.lots());
                worth[m] += value;
                if (!trades.isBuyerMaker()) {
                    takerBuyLots[m] += trades.lots();
                    takerBuyWorth[m] += value;
                }
            }
        }
        return this;
    }

    private void divide(int minute, int span, long[] candle, long volume) {
        if (span == 1) {
            set(minute, candle, volume);
            return;
        }
        Noise noise = new Noise(Noise.key(key, -1 - minute));
        long[] path = CandleShares.prices(span + 1, candle, noise);
        long[] volumes = CandleShares.parts(span, 0, volume, noise);
        for (int i = 0; i < span; i++) {
            long from = path[i];
            long to = path[i + 1];
            set(
                    minute + i,
                    new long[] {from, Math.max(from, to), Math.min(from, to), to},
                    volumes[i]);
        }
    }

    private void set(int m, long[] candle, long volume) {
        present.set(m);
        open[m] = candle[0];
        high[m] = candle[1];
        low[m] = candle[2];
        close[m] = candle[3];
        lots[m] = volume;
        before[m] = candle[0];
    }

    private void countTrades() {
        for (int m = 0; m < MINUTES; m++) {
            int needed = CandleShares.needed(open[m], high[m], low[m], close[m]);
            int more = (int) Math.floorMod(Noise.key(key, m), MOST_MORE + 1L);
            tradesBefore[m + 1] = tradesBefore[m] + (int) Math.min(lots[m], needed + more);
        }
    }

    int trades() {
        return tradesBefore[MINUTES];
    }

    @Override
    boolean isPresent(int minute) {
        return present.get(minute);
    }

    @Override
    MinuteTrades trades(int minute) {
        return new CandleTrades(this, minute, Noise.key(~key, minute));
    }

    @Override
    long singles(int minute) {
        return tradesBefore[minute + 1] - tradesBefore[minute];
    }
}
