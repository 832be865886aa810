package plumbline.engine.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a user can say of files that are imported. What is wrong with a file names, in its text,
/// the option that settles it.
public enum ImportOption {
    COLUMNS("--columns"),
    DATE_FORMAT("--date-format"),
    DECIMAL("--decimal"),
    ZONE("--zone"),
    TIME("--time"),
    SYMBOL("--symbol"),
    MEMBER("--member"),
    TIMEFRAME("--timeframe");

    private static final Pattern ANY = Pattern.compile("--[a-z][a-z-]*[a-z]");

    private final String text;

    ImportOption(String text) {
        this.text = text;
    }

    /// As messages and the command line call it.
    public String text() {
        return text;
    }

    /// Those that a message names, each once, in the order in which it does.
    public static List<ImportOption> namedIn(String message) {
        return ANY.matcher(message)
                .results()
                .flatMap(found -> named(found.group()).stream())
                .distinct()
                .toList();
    }

    /// The message with what `names` calls the options in the place of their names.
    public static String inWords(String message, Function<ImportOption, String> names) {
        return ANY.matcher(message)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                named(found.group()).map(names).orElse(found.group())));
    }

    private static Optional<ImportOption> named(String text) {
        return Arrays.stream(values()).filter(option -> option.text.equals(text)).findFirst();
    }
}
