package plumbline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.resources.AppResources;

/// The stylesheets of the window, as large as the user wants them: at another scale than 100 % each
/// length in `px` is multiplied, and the sheet goes to JavaFX as a `data:` address. Lines of one
/// pixel stay as thin as they are at least.
///
/// A sheet that cannot be read costs its colours and sizes, never the start; it is said in the log.
///
/// Threads: FX thread.
final class Sheets {
    private static final System.Logger LOG = System.getLogger(Sheets.class.getName());
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.#-])(-?\\d+(?:\\.\\d+)?)px");
    private static final Map<Integer, List<String>> MADE = new HashMap<>();

    /// In this order, because later ones use the names of the first.
    private static final List<String> NAMES =
            List.of(
                    "tokens.css",
                    "chart.css",
                    "app.css",
                    "data.css",
                    "workspace.css",
                    "centre.css",
                    "action.css",
                    "look.css");

    private Sheets() {}

    /// Their addresses at a scale in percent.
    static List<String> at(int scale) {
        return MADE.computeIfAbsent(scale, s -> make(NAMES, s));
    }

    static List<String> make(List<String> names, int scale) {
        List<String> made = new ArrayList<>();
        for (String name : names) {
            try {
                made.add(address("themes/" + name, scale));
            } catch (UncheckedIOException | IllegalArgumentException e) {
                LOG.log(Level.ERROR, "the window does without its stylesheet " + name, e);
            }
        }
        return List.copyOf(made);
    }

    private static String address(String path, int scale) {
        if (scale == 100) {
            return AppResources.url(path).toExternalForm();
        }
        try (InputStream in = AppResources.open(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            byte[] scaled = scaled(text, scale).getBytes(StandardCharsets.UTF_8);
            return "data:text/css;charset=UTF-8;base64,"
                    + Base64.getEncoder().encodeToString(scaled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A sheet with each length in `px` multiplied.
    static String scaled(String sheet, int scale) {
        Matcher found = LENGTH.matcher(sheet);
        return found.replaceAll(length -> {
            double value = Double.parseDouble(length.group(1)) * scale / 100;
            return Math.round(value * 100) / 100.0 + "px";
        });
    }
}
