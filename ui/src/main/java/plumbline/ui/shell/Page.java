package plumbline.ui.shell;

import java.util.Arrays;

/// The pages of the window.
enum Page {
    CHART("chart"),
    DATA("data"),
    HEALTH("health"),
    CONNECTIONS("connections"),
    SETTINGS("settings");

    private final String code;

    Page(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /// The page of that code, the chart if there is none.
    static Page of(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst().orElse(CHART);
    }
}
