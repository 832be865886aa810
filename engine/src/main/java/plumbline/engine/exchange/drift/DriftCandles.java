package plumbline.engine.exchange.drift;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.engine.exchange.AnsweredCandles;
import plumbline.engine.exchange.CandlePage;
import plumbline.engine.exchange.Exchange.From;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Candles, of which the server gives the last ones up to a time: `startTs` is the newest that is
/// wanted, itself included. What it answered is complete down to its oldest row; before that it is
/// asked again, so that an answer that stops short loses nothing.
///
/// Thread-safe.
final class DriftCandles {
    private static final int PAGE = 1000;

    /// Nothing is kept from before, and to ask for it is refused.
    private static final long BEGINNING_MS = Instant.parse("2022-11-15T00:00:00Z").toEpochMilli();

    /// Weeks and months are not offered: where the venue's begin is nowhere written.
    private static final Map<Timeframe, String> RESOLUTIONS =
            new EnumMap<>(
                    Map.of(
                            Timeframe.M1, "1",
                            Timeframe.M5, "5",
                            Timeframe.M15, "15",
                            Timeframe.H1, "60",
                            Timeframe.H4, "240",
                            Timeframe.D1, "D"));

    private final VenueHttp http;

    DriftCandles(VenueHttp http) {
        this.http = http;
    }

    private record Asked(Instrument market, Timeframe timeframe, RequestPriority priority) {
        Asked days() {
            return new Asked(market, Timeframe.D1, priority);
        }
    }

    Set<Timeframe> timeframes() {
        return EnumSet.copyOf(RESOLUTIONS.keySet());
    }

    /// So many as the server gives at once, from an end of the range.
    CandlePage page(
            Instrument market,
            Timeframe timeframe,
            TimeRange range,
            From from,
            RequestPriority priority)
            throws InterruptedException {
        Asked asked = new Asked(market, timeframe, priority);
        if (from == From.NEWEST) {
            return newest(asked, range);
        }
        CandlePage page = oldest(asked, range);
        boolean searching = page.candles().isEmpty() && !page.complete().isEmpty();
        return searching && timeframe != Timeframe.D1 ? withoutAny(asked, range, page) : page;
    }

    /// One answer.
    private CandlePage newest(Asked asked, TimeRange range) throws InterruptedException {
        Timeframe timeframe = asked.timeframe;
        long first = firstOpen(timeframe, Math.max(range.fromMs(), BEGINNING_MS));
        long end = Math.min(range.toMs(), timeframe.openOf(http.clock().millis()));
        if (end <= first) { // no finished candle opens in it
            return new CandlePage(
                    CandleSeries.empty(),
                    new TimeRange(range.fromMs(), Math.max(range.fromMs(), end)));
        }
        long last = timeframe.openOf(end - 1);
        long count = Math.min(PAGE, timeframe.steps(first, last) + 1);
        VenueRequest request =
                new VenueRequest(
                                "candles",
                                "/market/"
                                        + asked.market.symbol()
                                        + "/candles/"
                                        + RESOLUTIONS.get(timeframe),
                                1,
                                asked.priority)
                        .with("limit", Long.toString(count))
                        .with("startTs", Long.toString(last / 1000));
        TimeRange part = new TimeRange(range.fromMs(), end);
        CandlePage page = http.get(request, answer -> read(answer, timeframe, part, last));
        // that there are none at all is believed when it is said twice
        return page.candles().isEmpty()
                ? http.get(request, answer -> read(answer, timeframe, part, last))
                : page;
    }

    private CandlePage read(byte[] answer, Timeframe timeframe, TimeRange part, long last)
            throws ParseException {
        CandleBuffer candles = DriftAnswers.candles(answer);
        for (int i = 0; i < candles.size(); i++) {
            if (candles.time()[i] > last) {
                throw new ParseException(
                        "a candle of "
                                + Instant.ofEpochMilli(candles.time()[i])
                                + ", where those up to "
                                + Instant.ofEpochMilli(last)
                                + " were asked for",
                        -1);
            }
        }
        boolean any = candles.size() > 0;
        return new AnsweredCandles(candles, timeframe)
                .page(part, From.NEWEST, any, http.clock().millis());
    }

    private static long firstOpen(Timeframe timeframe, long fromMs) {
        long open = timeframe.openOf(fromMs);
        return open < fromMs ? timeframe.next(open) : open;
    }

    /// The first stretch of a range that fits into one answer, from its end backwards.
    private CandlePage oldest(Asked asked, TimeRange range) throws InterruptedException {
        Timeframe timeframe = asked.timeframe;
        long first = firstOpen(timeframe, Math.max(range.fromMs(), BEGINNING_MS));
        long to = Math.min(range.toMs(), first + PAGE * timeframe.millis());
        TimeRange left = new TimeRange(range.fromMs(), to);
        CandlePage page = newest(asked, left);
        long end = page.complete().toMs();
        List<CandleSeries> parts = new ArrayList<>(List.of(page.candles()));
        while (!page.complete().isEmpty() && page.complete().fromMs() > range.fromMs()) {
            left = new TimeRange(range.fromMs(), page.complete().fromMs());
            page = newest(asked, left);
            parts.addFirst(page.candles());
        }
        return new CandlePage(CandleSeries.joined(parts), new TimeRange(range.fromMs(), end));
    }

    /// Before a market was listed there is nothing: where it begins, days tell.
    private CandlePage withoutAny(Asked asked, TimeRange range, CandlePage none)
            throws InterruptedException {
        TimeRange empty = none.complete();
        TimeRange rest = new TimeRange(empty.toMs(), range.toMs());
        if (rest.isEmpty()) {
            return none;
        }
        long day = Timeframe.D1.openOf(rest.fromMs());
        CandlePage days = oldest(asked.days(), new TimeRange(day, rest.toMs()));
        if (days.complete().isEmpty()) {
            return none;
        }
        long next =
                days.candles().isEmpty() ? days.complete().toMs() : days.candles().firstOpenMs();
        return new CandlePage(
                CandleSeries.empty(), new TimeRange(empty.fromMs(), Math.max(empty.toMs(), next)));
    }
}
