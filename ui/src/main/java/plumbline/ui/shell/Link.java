package plumbline.ui.shell;

import java.util.Arrays;

/// The colours by which panels are tied together: those of one colour show the same market and the
/// same time, and point at the same time.
enum Link {
    NONE("none"),
    BLUE("blue"),
    ORANGE("orange"),
    GREEN("green"),
    PURPLE("purple");

    private final String code;

    Link(String code) {
        this.code = code;
    }

    /// As it stands in layouts, texts and stylesheets.
    String code() {
        return code;
    }

    /// The one of that code, none if there is no such.
    static Link of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst().orElse(NONE);
    }
}
