package plumbline.engine.feed.layout;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of zones as people write them: those of the zones themselves, short ones, the names of
/// cities, and distances from Greenwich. Some short ones mean several zones: whoever writes one
/// means one of them, and only he knows which.
public final class ZoneNames {
    private static final Map<String, List<String>> SEVERAL =
            Map.of(
                    "CST",
                    List.of("America/Chicago", "Asia/Shanghai"),
                    "IST",
                    List.of("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
                    "BST",
                    List.of("Europe/London", "Asia/Dhaka"),
                    "AST",
                    List.of("America/Halifax", "Asia/Riyadh"));

    /// Short names that mean one zone, with its change of clocks.
    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("ET", "America/New_York"),
                    Map.entry("CT", "America/Chicago"),
                    Map.entry("PT", "America/Los_Angeles"),
                    Map.entry("EDT", "America/New_York"),
                    Map.entry("CDT", "America/Chicago"),
                    Map.entry("PDT", "America/Los_Angeles"),
                    Map.entry("CEST", "Europe/Berlin"),
                    Map.entry("EEST", "Europe/Athens"),
                    Map.entry("MSK", "Europe/Moscow"),
                    Map.entry("KST", "Asia/Seoul"),
                    Map.entry("JST", "Asia/Tokyo"),
                    Map.entry("HKT", "Asia/Hong_Kong"),
                    Map.entry("SGT", "Asia/Singapore"));

    /// What terminals mean by them: the same distance in summer.
    private static final Map<String, Integer> FIXED = Map.of("EST", -5, "MST", -7, "HST", -10);

    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)? ?([+-]) ?(\\d{1,2})(?::?(\\d{2}))?");

    private ZoneNames() {}

    /// The zone of a name: `Europe/Berlin`, `New York`, `EST`, `ET`, `UTC+2`, `+02:00`. `EST` is
    /// what terminals mean by it, five hours behind in summer too.
    ///
    /// @throws DateTimeException if there is none of that name, or several
    public static ZoneId of(String name) {
        Optional<String> several = several(name);
        if (several.isPresent()) {
            throw new DateTimeException(several.get());
        }
        String plain = name.strip().toUpperCase(Locale.ROOT);
        Integer fixed = FIXED.get(plain);
        if (fixed != null) {
            return ZoneOffset.ofHours(fixed);
        }
        Matcher offset = OFFSET.matcher(plain);
        if (offset.matches()) {
            int sign = offset.group(1).equals("-") ? -1 : 1;
            String minutes = offset.group(3);
            return ZoneOffset.ofHoursMinutes(
                    sign * Integer.parseInt(offset.group(2)),
                    sign * (minutes == null ? 0 : Integer.parseInt(minutes)));
        }
        // `CET/CEST` is a zone with its two short names
        String known = SHORT.get(plain.substring(plain.indexOf('/') + 1));
        return known != null ? ZoneId.of(known) : city(name.strip()).orElseGet(() -> byId(name));
    }

    /// The same, or empty if there is none of that name, or several.
    static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(of(name));
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller knows what else it may be
        }
    }

    private static Optional<ZoneId> city(String name) {
        String ending = "/" + name.replace(' ', '_');
        List<String> found =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(id ->
                                id.regionMatches(
                                        true,
                                        id.length() - ending.length(),
                                        ending,
                                        0,
                                        ending.length()))
                        .filter(id -> id.indexOf('/') == id.lastIndexOf('/'))
                        .toList();
        return found.size() == 1 && name.length() > 3
                ? Optional.of(ZoneId.of(found.getFirst()))
                : Optional.empty();
    }

    private static ZoneId byId(String name) {
        boolean isWord = name.indexOf('/') < 0;
        return ZoneId.of(isWord ? name.toUpperCase(Locale.ROOT) : name, ZoneId.SHORT_IDS);
    }

    /// What is to be said of a name that means several zones, which ends with the option that
    /// settles it.
    public static Optional<String> several(String name) {
        return Optional.ofNullable(SEVERAL.get(name.toUpperCase(Locale.ROOT)))
                .map(zones ->
                        "'"
                                + name
                                + "' is the time of several places; say whose with --zone "
                                + String.join(" or --zone ", zones));
    }
}
