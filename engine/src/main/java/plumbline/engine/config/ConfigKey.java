package plumbline.engine.config;

import java.util.Locale;

/// One thing that can be configured.
///
/// @param name with dots between its parts: `backtest.fee`
/// @param usual what it is until somebody sets it
/// @param explanation one sentence for people
/// @param variable of the environment that sets it
/// @param secret whether it is set by the environment alone, and never shown
/// @param live whether a change holds at once; otherwise it holds from the next start
/// @param <T> of the value
public record ConfigKey<T>(
        String name,
        ConfigType<T> type,
        T usual,
        String explanation,
        String variable,
        boolean secret,
        boolean live) {
    private static final String PREFIX = "PLUMBLINE_";

    /// A key whose variable is made of its name: `PLUMBLINE_BACKTEST_FEE`.
    static <T> ConfigKey<T> of(String name, ConfigType<T> type, T usual, String explanation) {
        String variable =
                PREFIX + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return new ConfigKey<>(name, type, usual, explanation, variable, false, false);
    }

    ConfigKey<T> asSecret() {
        return new ConfigKey<>(name, type, usual, explanation, variable, true, live);
    }

    /// With a variable of another name.
    ConfigKey<T> setBy(String other) {
        return new ConfigKey<>(name, type, usual, explanation, other, secret, live);
    }

    /// One that whoever uses it looks up each time, so that it may change while the program runs.
    ConfigKey<T> changedAtOnce() {
        return new ConfigKey<>(name, type, usual, explanation, variable, secret, true);
    }

    /// A value as it may be shown: of a secret only whether there is one, of an address no
    /// password.
    public String shown(String text) {
        return secret && !text.isEmpty() ? "***" : ConfigType.shown(text);
    }

    /// The default as it is written.
    public String usualText() {
        return type.write(usual);
    }
}
