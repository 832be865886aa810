package plumbline.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command line that was run, as a shell would see it.
///
/// @param out all of standard output
/// @param err all of standard error
record Ran(int status, String out, String err) {
    /// 2026-01-02T03:04:05Z.
    static final Map<String, String> FIXED_CLOCK = Map.of("SOURCE_DATE_EPOCH", "1767323045");

    /// Runs a command on a home folder.
    static Ran in(Path home, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--home", home.toString()));
        return of(FIXED_CLOCK, all);
    }

    /// Runs a command in a terminal whose user answers every question alike.
    static Ran answering(String answer, Path home, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--home", home.toString()));
        return of(FIXED_CLOCK, all, answer);
    }

    static Ran of(Map<String, String> environment, List<String> arguments) {
        return of(environment, arguments, null);
    }

    private static Ran of(
            Map<String, String> environment, List<String> arguments, @Nullable String answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), answer != null, () -> answer);
        int status = new CommandLineMain(terminal, environment).run(arguments);
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// Standard output as exactly one JSON document: anything before or after it is an error.
    Map<String, Object> json() {
        return JsonText.object(out);
    }

    /// The message in the document that a failed command prints with `--json`.
    String jsonError() {
        return (String) JsonText.at(json(), "error", "message");
    }
}
