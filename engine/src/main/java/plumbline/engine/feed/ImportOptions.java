package plumbline.engine.feed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.layout.ZoneNames;
import plumbline.engine.feed.rows.CandleColumns;

/// What a user says of files, in the user's words; empty for what is to be found out. Each
/// overrules what would be found.
///
/// @param columns what each column is, in order and separated by commas:
///   `time,open,high,low,close`; also `clock`, `volume`, `symbol`, and anything else for what is
///   not wanted
/// @param dateFormat `ymd`, `dmy`, `mdy`, a pattern such as `dd/MM/yyyy HH:mm`, or the unit of a
///   count: `s`, `ms`, `us`, `ns`, `excel`
/// @param decimal what stands before decimals: `.` or `,`
/// @param zone of times that name none: `Europe/Berlin`, `EST`, `+02:00`
/// @param time `open` or `close`: which end of its candle a time is
/// @param symbol whose rows are wanted
/// @param member which file of an archive is wanted
public record ImportOptions(
        String columns,
        String dateFormat,
        String decimal,
        String zone,
        String time,
        String symbol,
        String member) {
    /// All is found out.
    public static final ImportOptions NONE = new ImportOptions("", "", "", "", "", "", "");

    /// An option that cannot be; the message says why.
    public static final class OptionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OptionException(String message) {
            super(message);
        }
    }

    /// Nothing but the zone.
    public static ImportOptions in(ZoneId zone) {
        return new ImportOptions("", "", "", zone.getId(), "", "", "");
    }

    /// @throws OptionException if one cannot be
    LayoutOptions layout() {
        return new LayoutOptions(
                given(columns, ImportOptions::columnsOf),
                given(dateFormat, ImportOptions::formOf),
                given(decimal, ImportOptions::decimalOf),
                given(zone, ImportOptions::zoneOf),
                given(time, ImportOptions::isClose),
                given(symbol, String::strip),
                given(member, String::strip));
    }

    /// Looks at all of them.
    ///
    /// @throws OptionException if one cannot be
    public void check() {
        layout();
    }

    private static <T> Optional<T> given(String text, Function<String, T> read) {
        return text.isBlank() ? Optional.empty() : Optional.of(read.apply(text.strip()));
    }

    private static List<String> columnsOf(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .map(name ->
                                name.equals("date") || name.equals("timestamp") ? "time" : name)
                        .toList();
        for (String needed : List.of("time", "open", "high", "low", "close")) {
            if (!names.contains(needed)) {
                throw new OptionException(
                        "--columns must name time, open, high, low and close in the order of the"
                                + " file, such as time,open,high,low,close,volume (also clock and"
                                + " symbol, and - for what is not wanted); there is no "
                                + needed
                                + " in '"
                                + text
                                + "'");
            }
        }
        for (String role : CandleColumns.roleNames()) {
            if (names.indexOf(role) != names.lastIndexOf(role)) {
                throw new OptionException("--columns names " + role + " twice");
            }
        }
        return names;
    }

    private static TimeForm formOf(String text) {
        return TimeForm.named(text)
                .orElseThrow(() ->
                        new OptionException(
                                "--date-format must be ymd, dmy, mdy, a pattern such as dd/MM/yyyy, or"
                                        + " the unit s, ms, us, ns or excel; was '"
                                        + text
                                        + "'"));
    }

    private static Character decimalOf(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new OptionException("--decimal must be . or , and was '" + text + "'");
        }
        return text.charAt(0);
    }

    private static ZoneId zoneOf(String text) {
        try {
            return ZoneNames.of(text);
        } catch (DateTimeException e) {
            Optional<String> several = ZoneNames.several(text);
            if (several.isPresent()) {
                throw new OptionException(several.get());
            }
            throw new OptionException(
                    "--zone must be a time zone like UTC, Europe/Berlin, EST or +02:00, was '"
                            + text
                            + "'");
        }
    }

    private static Boolean isClose(String text) {
        if (!text.equals("open") && !text.equals("close")) {
            throw new OptionException("--time must be open or close, was '" + text + "'");
        }
        return text.equals("close");
    }
}
