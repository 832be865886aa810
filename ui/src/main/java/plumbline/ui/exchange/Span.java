package plumbline.ui.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.ui.text.Texts;

/// How far back candles are wanted.
enum Span {
    WEEK("week", 7),
    MONTH("month", 30),
    QUARTER("quarter", 91),
    YEAR("year", 365),
    THREE_YEARS("threeYears", 3 * 365),
    ALL("all", 20 * 365);

    private static final long FIRST_MS = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000L;

    /// What one waits for without getting impatient.
    private static final long HANDY_CANDLES = 50_000;

    private final String code;
    private final int days;

    Span(String code, int days) {
        this.code = code;
        this.days = days;
    }

    String text() {
        return Texts.of("market.add.span." + code);
    }

    /// Up to now, from the start of a day. There was no exchange before 2010.
    TimeRange before(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC);
        long from = today.minusDays(days).toInstant().toEpochMilli();
        return new TimeRange(Math.max(FIRST_MS, from), now.toEpochMilli());
    }

    /// About how many candles that are.
    long candles(Timeframe timeframe) {
        return days * DAY_MS / timeframe.millis();
    }

    /// The longest that is quickly there.
    static Span usual(Timeframe timeframe) {
        Span usual = WEEK;
        for (Span span : values()) {
            if (span.candles(timeframe) <= HANDY_CANDLES) {
                usual = span;
            }
        }
        return usual;
    }
}
