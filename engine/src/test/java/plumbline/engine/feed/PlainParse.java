package plumbline.engine.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// What a text says under a style that is told, read in the plainest way there is: lines cut into
/// cells, numbers by `BigDecimal`, times by `java.time`. Knows nothing of the classes that are
/// tested.
final class PlainParse {
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern GROUPED =
            Pattern.compile(
                    "([+-]?)([1-9]\\d{0,2}(?:[G]\\d{3})+|\\d+|)(?:D(\\d*))?([eE][+-]?\\d+)?([KkMmBb]?)");
    private static final Pattern COMPACT = Pattern.compile("(\\d{8})(.*)");
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{1,4}|[A-Za-z]{3,9})[-/. ,]{0,2}(\\d{1,2}|[A-Za-z]{3,9})[-/. ,]{0,2}(\\d{1,4})(.*)");
    private static final Pattern CLOCK =
            Pattern.compile(
                    "[Tt ,]{0,2}(?:(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?"
                            + "|(\\d\\d)(\\d\\d)(?:(\\d\\d)(\\d{3})?)?(?!\\d)|(\\d{1,2})(?=[ -]?[AaPp][Mm]))?"
                            + "(?:[ -]?([AaPp][Mm])(?![A-Za-z]))?\\s*(.*)");
    private static final Map<String, String> ZONES =
            Map.of(
                    "EST", "-05:00", "EDT", "-04:00", "CDT", "-05:00", "MST", "-07:00", "MDT",
                    "-06:00", "PST", "-08:00", "PDT", "-07:00", "CET", "+01:00", "CEST", "+02:00",
                    "JST", "+09:00");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private final Map<String, String> style;

    /// @param style what [Understanding#facts] say
    PlainParse(Map<String, String> style) {
        this.style = style;
    }

    /// What is in a file: itself, or what is packed in it; of an archive all of it.
    static List<byte[]> unpacked(byte[] file) throws IOException {
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            List<byte[]> members = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
                while (zip.getNextEntry() != null) {
                    members.add(zip.readAllBytes());
                }
            }
            return members;
        }
        if (file.length > 2 && file[0] == 0x1F && file[1] == (byte) 0x8B) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
                return List.of(in.readAllBytes());
            }
        }
        return List.of(file);
    }

    String text(byte[] bytes) {
        int from = 0;
        while (from + 2 < bytes.length
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF) {
            from += 3;
        }
        Charset charset =
                style.getOrDefault("encoding", "").equals("Windows-1252")
                        ? Charset.forName("windows-1252")
                        : StandardCharsets.UTF_8;
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        // the rows of JSON are UTF-8, whatever the file is
        if (Math.max(even, odd) * 4 > bytes.length) {
            charset = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return new String(bytes, from, bytes.length - from, charset).replaceFirst("^\uFEFF+", "");
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    static List<String> lines(String text) {
        String all = text.indexOf('\n') < 0 ? text.replace('\r', '\n') : text;
        return Arrays.stream(all.split("\n", -1))
                .map(line -> line.replaceFirst("\r$", ""))
                .toList();
    }

    List<String> cells(String line) {
        char separator =
                switch (style.getOrDefault("separator", "")) {
                    case "tab" -> '\t';
                    case "semicolon" -> ';';
                    case "bar" -> '|';
                    default -> ',';
                };
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char one : line.toCharArray()) {
            quoted ^= one == '"';
            if (one == separator && !quoted) {
                cells.add(bare(cell));
                cell.setLength(0);
            } else {
                cell.append(one);
            }
        }
        cells.add(bare(cell));
        return cells;
    }

    private static String bare(CharSequence cell) {
        return cell.toString()
                .strip()
                .replaceFirst("^\"(.*)\"$", "$1")
                .replace("\"\"", "\"")
                .strip();
    }

    /// The number that a cell is.
    OptionalDouble number(String written) {
        String cell = written.replace("\"", "").strip();
        String numbers = style.getOrDefault("numbers", "");
        if (numbers.equals("decimal point")) {
            return PLAIN.matcher(cell).matches()
                    ? OptionalDouble.of(new BigDecimal(cell).doubleValue())
                    : OptionalDouble.empty();
        }
        boolean comma = numbers.equals("decimal comma");
        String bare =
                cell.replaceAll(
                                "^[ \t\u00A0\u202F\u2009$€£¥₹₩₽₿]+|[ \t\u00A0\u202F\u2009$€£¥₹₩₽₿]+(?=[KkMmBb]?$)",
                                "")
                        .replaceFirst("^-[ $€£¥]", "-");
        Matcher matcher =
                Pattern.compile(
                                GROUPED.pattern()
                                        .replace(
                                                "G",
                                                comma
                                                        ? ".' \u2019\u00A0\u202F\u2009"
                                                        : ",' \u2019\u00A0\u202F\u2009")
                                        .replace("D", comma ? "," : "\\."))
                        .matcher(bare);
        if (!matcher.matches()) {
            return PLAIN.matcher(bare).matches() && !comma
                    ? OptionalDouble.of(new BigDecimal(bare).doubleValue())
                    : OptionalDouble.empty();
        }
        String digits =
                matcher.group(1)
                        + matcher.group(2).replaceAll("\\D", "")
                        + (matcher.group(3) == null || matcher.group(3).isEmpty()
                                ? ""
                                : "." + matcher.group(3))
                        + (matcher.group(4) == null ? "" : matcher.group(4));
        if (!PLAIN.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        int shift =
                switch (matcher.group(5).toLowerCase(Locale.ROOT)) {
                    case "k" -> 3;
                    case "m" -> 6;
                    case "b" -> 9;
                    default -> 0;
                };
        return OptionalDouble.of(new BigDecimal(digits).movePointRight(shift).doubleValue());
    }

    /// The times that a cell can be in milliseconds; two where the clocks were put back, none if it
    /// is no time.
    List<Long> times(String written) {
        String cell = written.replace("\"", "").strip();
        int shift =
                switch (style.getOrDefault("times", "")) {
                    case "seconds since 1970" -> 3;
                    case "milliseconds since 1970" -> 0;
                    case "microseconds since 1970" -> -3;
                    case "nanoseconds since 1970" -> -6;
                    default -> 99;
                };
        boolean isNumber = PLAIN.matcher(cell).matches() && !cell.matches(".*[eE][+-]?\\d{4,}");
        if (shift < 99) {
            return isNumber
                    ? List.of(
                            new BigDecimal(cell)
                                    .movePointRight(shift)
                                    .setScale(0, RoundingMode.FLOOR)
                                    .longValue())
                    : List.of();
        }
        if (style.getOrDefault("times", "").equals("days of a spreadsheet")) {
            BigDecimal days =
                    isNumber ? new BigDecimal(cell).subtract(BigDecimal.valueOf(25_569)) : null;
            return days == null
                    ? List.of()
                    : List.of(
                            days.multiply(BigDecimal.valueOf(86_400))
                                            .setScale(0, RoundingMode.HALF_UP)
                                            .longValue()
                                    * 1000);
        }
        try {
            return dates(cell.replaceFirst("(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ?", ""));
        } catch (DateTimeException | NumberFormatException e) {
            return List.of(); // there is no such day, hour or zone
        }
    }

    private List<Long> dates(String cell) {
        String order = style.getOrDefault("times", "");
        boolean yearFirst = order.equals("dates, year first");
        Matcher compact = COMPACT.matcher(cell);
        Matcher date = DATE.matcher(cell);
        String[] parts;
        String rest;
        if (compact.matches()) {
            String digits = compact.group(1);
            int second = yearFirst ? 4 : 2;
            int third = yearFirst ? 6 : 4;
            parts =
                    new String[] {
                        digits.substring(0, second),
                        digits.substring(second, third),
                        digits.substring(third)
                    };
            rest = compact.group(2);
        } else if (date.matches()) {
            parts = new String[] {date.group(1), date.group(2), date.group(3)};
            rest = date.group(4);
        } else {
            return List.of();
        }
        boolean named =
                !Character.isDigit(parts[0].charAt(0)) || !Character.isDigit(parts[1].charAt(0));
        int year =
                named
                        ? parts[0].length() == 4 && Character.isDigit(parts[0].charAt(0)) ? 0 : 2
                        : yearFirst ? 0 : 2;
        int month =
                named
                        ? Character.isDigit(parts[0].charAt(0)) ? 1 : 0
                        : order.equals("dates, month first") ? 0 : 1;
        LocalDateTime midnight =
                LocalDateTime.of(
                        year(parts[year]),
                        month(parts[month]),
                        Integer.parseInt(parts[3 - year - month]),
                        0,
                        0);
        return clock(midnight, rest);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private List<Long> clock(LocalDateTime midnight, String rest) {
        Matcher clock = CLOCK.matcher(rest);
        if (!clock.matches()) {
            return List.of();
        }
        int hour = number(clock, 1) + number(clock, 5) + number(clock, 9);
        String half = clock.group(10);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        String fraction = clock.group(4) == null ? "0" : clock.group(4);
        LocalDateTime local =
                midnight.withHour(hour)
                        .withMinute(number(clock, 2) + number(clock, 6))
                        .withSecond(number(clock, 3) + number(clock, 7));
        int millis = (int) (Double.parseDouble("0." + fraction) * 1000 + 1e-7) + number(clock, 8);
        ZoneId zone = zone(clock.group(11).replaceFirst("\\s*[\\[(].*[\\])]$", ""));
        return zone.getRules().getValidOffsets(local).stream()
                .map(offset -> local.toEpochSecond(offset) * 1000 + millis)
                .toList();
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private ZoneId zone(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return ZoneId.of(style.getOrDefault("zone", "UTC"));
        }
        String offset = text.replaceFirst("(?i)^(utc|gmt)(?=[+-]|$)", "");
        return offset.isEmpty()
                ? ZoneOffset.UTC
                : ZoneId.of(ZONES.getOrDefault(offset.toUpperCase(Locale.ROOT), offset));
    }
}
