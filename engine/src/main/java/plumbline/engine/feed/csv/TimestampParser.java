package plumbline.engine.feed.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.bytes.ByteScanner;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.csv.TimeForm.DateOrder;

/// Reads the times of a file from bytes, all in the one form that the file has.
///
/// A local time that a change of clocks makes occur twice is told apart by the order of the rows:
/// it is the later one once the earlier one was there.
///
/// Not thread-safe: one instance for one stream.
public final class TimestampParser implements TimeReader {
    private static final long DAY = 86_400_000L;
    private static final long EXCEL_1970 = 25_569;

    /// As milliseconds in the year 5138, as microseconds in 1973.
    private static final long MICROS_FROM = 100_000_000_000_000L;

    /// Numbers so soon after 1970 are something else.
    public static final long SOON_AFTER_1970 = 30 * DAY;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final TimeForm form;
    private final ZoneId zone;
    private final boolean utc;
    private final boolean descending;
    private final DateText date = new DateText();
    private final IsoText iso = new IsoText();
    private boolean missing;
    private boolean soon;
    private long before = NONE;
    private @Nullable ZoneId sureZone;
    private long sureFrom;
    private long sureTo;
    private long sureOffset;
    private long earliest = Long.MIN_VALUE;
    private boolean both;

    /// @param zone that of times without one
    /// @param descending whether the newest row comes first
    public TimestampParser(TimeForm form, ZoneId zone, boolean descending) {
        this.form = form;
        this.zone = zone;
        this.utc = zone.normalized().equals(ZoneOffset.UTC);
        this.descending = descending;
    }

    /// Reads ISO-8601.
    public TimestampParser(ZoneId zone) {
        this(TimeForm.ISO, zone, false);
    }

    /// Refuses counted times in the first days of 1970: they are counts of a larger unit.
    ///
    /// @return this
    public TimestampParser without1970() {
        earliest = SOON_AFTER_1970;
        return this;
    }

    /// Takes milliseconds and microseconds in one file, as archives of Binance from before and
    /// after 2025 are when they are put together. No time can be both.
    ///
    /// @return this
    public TimestampParser withMillisAndMicros() {
        both = true;
        return this;
    }

    /// Times that are counted, or of no zone with other clocks in winter and summer, need none of
    /// those before.
    @Override
    public @Nullable TimestampParser forOtherThread() {
        if (!utc && !form.kind().isEpoch()) {
            return null;
        }
        TimestampParser other = new TimestampParser(form, zone, descending);
        other.earliest = earliest;
        other.both = both;
        return other;
    }

    @Override
    public long read(byte[] bytes, int from, int to) {
        missing = false;
        soon = false;
        return switch (form.kind()) {
            case SECONDS -> epoch(bytes, from, to);
            case MILLIS, MICROS, NANOS -> late(epoch(bytes, from, to));
            case EXCEL_DAYS -> excel(NumberParser.text(bytes, from, to));
            case DATE -> date(bytes, from, to);
        };
    }

    /// The time that `text` is as epoch milliseconds, or [#NONE].
    public long read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        return length == 0
                ? NONE
                : read(Arrays.copyOf(bytes, length + ByteScanner.SLACK), 0, length);
    }

    private long late(long time) {
        soon = time >= 0 && time < earliest;
        return soon ? NONE : time;
    }

    @Override
    public String fault() {
        if (soon) {
            return "is too small to be " + form.text() + ", as the times of the first rows are";
        }
        return missing
                ? "does not exist in " + zone + ", where the clocks were put forward"
                : "is not a time";
    }

    @Override
    public boolean isOtherwise(String text) {
        boolean otherwise = false;
        for (DateOrder order : DateOrder.DAYS) {
            boolean other = form.kind() == TimeForm.Kind.DATE && order != form.order();
            otherwise |=
                    other
                            && new TimestampParser(TimeForm.of(order), zone, false).read(text)
                                    != NONE;
        }
        return otherwise;
    }

    /// Milliseconds of a whole number of the form's unit.
    public long ofEpoch(long number) {
        if (both) {
            return number < MICROS_FROM ? number : Math.floorDiv(number, 1000L);
        }
        return switch (form.kind()) {
            case SECONDS ->
                    number > Long.MAX_VALUE / 1000 || number < Long.MIN_VALUE / 1000
                            ? NONE
                            : number * 1000;
            case MILLIS -> number;
            case MICROS -> Math.floorDiv(number, 1000L);
            case NANOS -> Math.floorDiv(number, 1_000_000L);
            case EXCEL_DAYS, DATE -> NONE;
        };
    }

    private long epoch(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int start = negative ? from + 1 : from;
        long number = digits(bytes, start, wholeEnd(bytes, start, to));
        return number >= 0
                ? ofEpoch(negative ? -number : number)
                : fraction(NumberParser.text(bytes, from, to));
    }

    /// Where the digits end, if nothing but a point and zeros follows them.
    private static int wholeEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from + 1 && bytes[end - 1] == '0') {
            end--;
        }
        return end > from + 1 && bytes[end - 1] == '.' ? end - 1 : to;
    }

    /// A fraction of a unit is kept to the millisecond.
    private long fraction(String text) {
        BigDecimal number = NumberParser.decimal(text);
        if (number == null) {
            return NONE;
        }
        int shift =
                switch (form.kind()) {
                    case SECONDS -> 3;
                    case MICROS -> -3;
                    case NANOS -> -6;
                    case MILLIS, EXCEL_DAYS, DATE -> 0;
                };
        return whole(number.movePointRight(shift));
    }

    private static long whole(BigDecimal millis) {
        return millis.abs().compareTo(LARGEST) > 0
                ? NONE
                : millis.setScale(0, RoundingMode.FLOOR).longValue();
    }

    /// Whole seconds: a day's fraction in a spreadsheet is never exact.
    private long excel(String text) {
        BigDecimal days = NumberParser.decimal(text);
        if (days == null || days.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            return NONE;
        }
        long seconds =
                days.subtract(BigDecimal.valueOf(EXCEL_1970))
                        .multiply(BigDecimal.valueOf(DAY / 1000))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
        return local(seconds * 1000);
    }

    /// The number that the digits in `bytes[from..to)` make, or a negative one if there is none.
    public static long digits(byte[] bytes, int from, int to) {
        if (to <= from || to - from > 19) {
            return -1;
        }
        long value = 0;
        int i = from;
        if (to - from > 8) {
            long word = ByteScanner.word(bytes, from);
            if (ByteScanner.digits(word) < 8) {
                return -1;
            }
            value = ByteScanner.number(word, 8);
            i += 8;
        }
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private long date(byte[] bytes, int from, int to) {
        if (form.order() == DateOrder.YMD && form.pattern() == null) {
            long time = iso.read(bytes, from, to);
            if (time != NONE) {
                return bytes[to - 1] == 'Z' ? time : local(time);
            }
        }
        DatePattern pattern = form.pattern();
        if (pattern == null || pattern.isPlain()) {
            long time = text(bytes, from, to);
            if (time != NONE || pattern == null || missing) {
                return time;
            }
        }
        return patterned(pattern, NumberParser.text(bytes, from, to));
    }

    private long text(byte[] bytes, int from, int to) {
        if (!date.read(bytes, from, to, form.order())) {
            return NONE;
        }
        long local = date.day() * DAY + date.millisOfDay();
        if (date.zone().offset() != ZoneText.NONE) {
            return local - date.zone().offset() * 1000L;
        }
        ZoneId named = date.zone().region();
        return named == null ? local(local) : local(local, named);
    }

    private long patterned(DatePattern pattern, String text) {
        TemporalAccessor parsed = pattern.parse(text);
        if (parsed == null) {
            return NONE;
        }
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed).toEpochMilli();
        }
        return local(DatePattern.local(parsed).toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    private long local(long millis) {
        return utc ? millis : local(millis, zone);
    }

    private long local(long millis, ZoneId in) {
        if (in.equals(sureZone) && millis >= sureFrom && millis < sureTo) {
            before = millis - sureOffset;
            return before;
        }
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(millis, 1000L),
                        (int) Math.floorMod(millis, 1000L) * 1_000_000,
                        ZoneOffset.UTC);
        List<ZoneOffset> offsets = in.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            missing = true;
            return NONE;
        }
        long first = millis - offsets.getFirst().getTotalSeconds() * 1000L;
        if (offsets.size() == 2) {
            long second = millis - offsets.getLast().getTotalSeconds() * 1000L;
            boolean later =
                    descending
                            ? before == NONE || before > second
                            : before != NONE && before >= first;
            first = later ? second : first;
        }
        before = first;
        if (offsets.size() == 1) {
            beSure(in, first, millis - first);
        }
        return first;
    }

    /// Keeps between which local times there is one offset only, as rules of zones take long to
    /// ask.
    private void beSure(ZoneId in, long time, long offset) {
        Instant instant = Instant.ofEpochMilli(time);
        ZoneOffsetTransition last = in.getRules().previousTransition(instant.plusMillis(1));
        ZoneOffsetTransition next = in.getRules().nextTransition(instant);
        sureZone = in;
        sureOffset = offset;
        sureFrom =
                last == null
                        ? Long.MIN_VALUE
                        : Math.max(local(last.getDateTimeBefore()), local(last.getDateTimeAfter()));
        sureTo =
                next == null
                        ? Long.MAX_VALUE
                        : Math.min(local(next.getDateTimeBefore()), local(next.getDateTimeAfter()));
    }

    private static long local(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    /// Whether the form counts units, which [#ofEpoch] takes.
    public boolean isEpoch() {
        return form.kind().isEpoch();
    }
}
