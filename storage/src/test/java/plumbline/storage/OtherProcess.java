package plumbline.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Another Plumbline on the same home: a JVM of its own that runs [OtherProcessMain] and does what
/// it is told.
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter();
        this.answers = process.inputReader();
    }

    /// Starts it and waits until it has the home open.
    ///
    /// @param options of the virtual machine
    static OtherProcess on(Path home, String... options) throws IOException {
        OtherProcess other = start(home, options);
        other.expect("open");
        return other;
    }

    /// Starts it without waiting.
    static OtherProcess start(Path home, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(List.of(options));
        command.addAll(List.of(OtherProcessMain.class.getName(), home.toString()));
        return new OtherProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// Modules and classes alike: the child needs no modules.
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                Stream.of(
                                Path.of("target", "test-classes").toAbsolutePath().toString(),
                                System.getProperty("jdk.module.path", ""),
                                System.getProperty("java.class.path", ""))
                        .filter(path -> !path.isEmpty())
                        .toList());
    }

    /// Tells it to do something and waits for the answer.
    String ask(String order) throws IOException {
        tell(order);
        return answer();
    }

    void tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    /// The next line that it says.
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the other process ended without an answer");
        }
        return line;
    }

    void expect(String wanted) throws IOException {
        String line = answer();
        if (!line.equals(wanted)) {
            throw new IOException("expected '" + wanted + "', the other process said " + line);
        }
    }

    /// As if by `kill -9`: nothing in it gets a chance to tidy up.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Kills it after a while.
    ///
    /// @return what it said until then, with the milliseconds since this call after each line
    List<String> killedAfter(long millis) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        long start = System.nanoTime();
        Thread killer =
                Thread.ofPlatform()
                        .start(() -> {
                            LockSupport.parkNanos(millis * 1_000_000);
                            // by its handle: what it said can still be read
                            process.toHandle().destroyForcibly();
                        });
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            said.add(line + " " + (System.nanoTime() - start) / 1_000_000);
        }
        killer.join();
        process.waitFor();
        // the kill may have cut the last line short
        return said.isEmpty() || said.getLast().split(" ").length == 3
                ? said
                : said.subList(0, said.size() - 1);
    }

    /// Lets it close its stores and end.
    void quit() throws IOException, InterruptedException {
        tell("quit");
        awaitEnd();
    }

    /// Lets it close its stores, and tells it to end while it does.
    void ends(long afterMicros) throws IOException, InterruptedException {
        tell("end " + afterMicros);
        awaitEnd();
    }

    private void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("the other process does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
