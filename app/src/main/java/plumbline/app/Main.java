package plumbline.app;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.app.cli.CommandLineMain;
import plumbline.app.cli.Terminal;

/// Where the process begins: without arguments the window, with arguments the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // figures are drawn in memory; a display that does not answer must not stop them
        System.setProperty("java.awt.headless", "true");
        Map<String, String> environment = System.getenv();
        Terminal terminal =
                new Terminal(
                        utf8(System.out),
                        utf8(System.err),
                        System.console() != null && System.console().isTerminal(),
                        Main::answer);
        List<String> given = List.of(arguments);
        new CommandLineMain(terminal, environment).runAndExit(given);
    }

    private static @Nullable String answer() {
        Console console = System.console();
        return console == null ? null : console.readLine();
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
