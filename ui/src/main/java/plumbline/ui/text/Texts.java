package plumbline.ui.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import plumbline.resources.AppResources;

/// The words of the window by key, from `resources/i18n/window.properties`.
///
/// Threads: any thread.
public final class Texts {
    private static final Properties ALL = read("i18n/window.properties");

    private Texts() {}

    /// The text of a key, with `{0}`, `{1}` ... replaced by the arguments.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public static String of(String key, Object... arguments) {
        String text = ALL.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for the key " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /// Whether the key has a text.
    public static boolean has(String key) {
        return ALL.containsKey(key);
    }

    /// Every key that has a text.
    static Set<String> keys() {
        return new TreeSet<>(ALL.stringPropertyNames());
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(AppResources.open(path), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled texts " + path, e);
        }
        return properties;
    }
}
