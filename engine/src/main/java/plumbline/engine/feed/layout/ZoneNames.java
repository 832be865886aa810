package plumbline.engine.feed.layout;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Short names of zones that mean several: whoever writes one means one of them, and only he knows
/// which.
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

    private ZoneNames() {}

    /// The zone of a name: `Europe/Berlin`, `EST`, `+02:00`. `EST` is what terminals mean by it,
    /// five hours behind in summer too.
    ///
    /// @throws java.time.DateTimeException if there is none of that name, or several
    public static ZoneId of(String name) {
        Optional<String> several = several(name);
        if (several.isPresent()) {
            throw new java.time.DateTimeException(several.get());
        }
        return ZoneId.of(name, ZoneId.SHORT_IDS);
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
