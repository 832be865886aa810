package plumbline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import plumbline.resources.AppResources;

/// The colours of `tokens.css` as they hold in a look.
final class Tokens {
    private static final Pattern BLOCK = Pattern.compile("(\\.root[.\\w-]*)\\s*\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile("-pl-([\\w-]+):\\s*(#[0-9A-Fa-f]{6})");

    private final Map<String, Color> colours = new HashMap<>();

    Tokens(Theme theme, Directions directions) {
        String sheet = read();
        List<String> classes = List.of("root", theme.code(), directions.styleClass());
        // rules with more classes win, as they do in CSS
        for (int specific = 1; specific <= classes.size(); specific++) {
            Matcher block = BLOCK.matcher(sheet);
            while (block.find()) {
                List<String> named = List.of(block.group(1).substring(1).split("\\."));
                if (named.size() == specific && classes.containsAll(named)) {
                    add(block.group(2));
                }
            }
        }
    }

    private void add(String block) {
        Matcher token = TOKEN.matcher(block);
        while (token.find()) {
            colours.put(token.group(1), Color.web(token.group(2)));
        }
    }

    private static String read() {
        try (InputStream in = AppResources.open("themes/tokens.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Color colour(String name) {
        Color colour = colours.get(name);
        if (colour == null) {
            throw new AssertionError("no token " + name);
        }
        return colour;
    }

    /// From 1 to 21, as WCAG 2.1 defines it.
    double contrast(String one, String other) {
        double a = luminance(colour(one));
        double b = luminance(colour(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
