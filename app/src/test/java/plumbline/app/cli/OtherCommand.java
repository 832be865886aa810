package plumbline.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plumbline.app.Main;

/// A command in a process of its own.
final class OtherCommand implements AutoCloseable {
    private static final long MOST_S = 60;

    private final Process process;
    private final List<String> said = new ArrayList<>();

    private OtherCommand(Process process) {
        this.process = process;
    }

    /// Starts it; it says everything on standard error.
    static OtherCommand start(Path home, String... arguments) throws IOException {
        return start(home, Map.of(), arguments);
    }

    /// The same with more in its environment.
    static OtherCommand start(Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-v", "--home", home.toString()));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        return new OtherCommand(process.start());
    }

    private static String classPath() {
        return String.join(
                System.getProperty("path.separator"),
                Stream.of("jdk.module.path", "java.class.path")
                        .map(name -> System.getProperty(name, ""))
                        .filter(path -> !path.isEmpty())
                        .toList());
    }

    /// Waits until the command itself is running.
    OtherCommand begun() throws IOException {
        return hasSaid("the command begins");
    }

    /// Waits until it has said that.
    OtherCommand hasSaid(String text) throws IOException {
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            said.add(line);
            if (line.contains(text)) {
                return this;
            }
        }
        throw new IOException("it ended before it said '" + text + "': " + said);
    }

    /// Sends SIGTERM.
    ///
    /// @return how long the process went on, in milliseconds
    long terminated() throws IOException, InterruptedException {
        long start = System.nanoTime();
        process.toHandle().destroy();
        status();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// Waits for its end.
    int status() throws IOException, InterruptedException {
        process.errorReader().lines().forEach(said::add);
        if (!process.waitFor(MOST_S, TimeUnit.SECONDS)) {
            throw new IOException("it does not end: " + said);
        }
        return process.exitValue();
    }

    /// All of standard error so far.
    String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
