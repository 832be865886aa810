package plumbline.engine.exchange;

import java.text.ParseException;
import java.time.Instant;
import java.util.stream.IntStream;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Makes a page of the candles that a venue answered, in whatever order they came, once or several
/// times each. The last one is often still forming; it is left out.
public final class AnsweredCandles {
    private final CandleSeries candles;
    private final Timeframe timeframe;

    /// @throws ParseException if a candle opens off the grid, or two differ that open at one time
    public AnsweredCandles(CandleBuffer answered, Timeframe timeframe) throws ParseException {
        this.timeframe = timeframe;
        long[] times = answered.time();
        boolean ordered = true;
        for (int i = 0; i < answered.size(); i++) {
            if (timeframe.openOf(times[i]) != times[i]) {
                throw new ParseException(
                        "a candle of "
                                + timeframe
                                + " opens at "
                                + Instant.ofEpochMilli(times[i])
                                + ", where none can",
                        -1);
            }
            ordered &= i == 0 || times[i] > times[i - 1];
        }
        if (!ordered) {
            answered.arrange(
                    IntStream.range(0, answered.size())
                            .boxed()
                            .sorted((a, b) -> Long.compare(times[a], times[b]))
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
        candles = ordered ? answered.toSeries() : once(answered);
    }

    private static CandleSeries once(CandleBuffer sorted) throws ParseException {
        CandleSeries.Builder once = CandleSeries.builder(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            Candle candle = candle(sorted, i);
            if (i > 0 && sorted.time()[i - 1] == sorted.time()[i]) {
                if (!candle.equals(candle(sorted, i - 1))) {
                    throw new ParseException(
                            "two different candles open at "
                                    + Instant.ofEpochMilli(candle.openTimeMs()),
                            -1);
                }
                continue;
            }
            once.add(
                    candle.openTimeMs(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close(),
                    candle.volume());
        }
        return once.build();
    }

    private static Candle candle(CandleBuffer from, int i) {
        double[][] v = from.values();
        return new Candle(from.time()[i], v[0][i], v[1][i], v[2][i], v[3][i], v[4][i]);
    }

    /// The page of a range.
    ///
    /// @param from at which end the venue was asked to begin
    /// @param full whether it answered as many as it gives at once, so that there may be more
    /// @param nowMs by the venue's clock
    /// @throws ParseException if the answer is of another time
    public CandlePage page(TimeRange range, From from, boolean full, long nowMs)
            throws ParseException {
        long end = Math.min(range.toMs(), timeframe.openOf(nowMs));
        if (end <= range.fromMs()) {
            return new CandlePage(
                    CandleSeries.empty(), new TimeRange(range.fromMs(), range.fromMs()));
        }
        long begins = range.fromMs();
        long ends = end;
        if (full && from == From.OLDEST) {
            ends = Math.min(end, timeframe.next(candles.lastOpenMs()));
        } else if (full) {
            begins = Math.max(begins, candles.firstOpenMs());
        }
        if (ends <= begins) {
            throw new ParseException(
                    "candles from "
                            + Instant.ofEpochMilli(candles.firstOpenMs())
                            + " to "
                            + Instant.ofEpochMilli(candles.lastOpenMs())
                            + " were not asked for",
                    -1);
        }
        TimeRange complete = new TimeRange(begins, ends);
        return new CandlePage(candles.between(complete), complete);
    }
}
