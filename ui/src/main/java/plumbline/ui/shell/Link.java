package plumbline.ui.shell;

import java.util.Arrays;
import java.util.Locale;

/// The colours by which panels are tied together: those of one colour show the same market and the
/// same time, and point at the same time.
enum Link {
    NONE,
    BLUE,
    ORANGE,
    GREEN,
    PURPLE;

    /// As it stands in layouts and stylesheets.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one of that code, none if there is no such.
    static Link of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst().orElse(NONE);
    }
}
