package plumbline.storage.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `server.mjs` of `tools/timescale` at work. It ends by itself when this virtual machine does.
final class TimescaleProcess implements AutoCloseable {
    private static final String READY = "READY ";

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;
    private int port;

    private TimescaleProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter();
        this.answers = process.inputReader();
    }

    static TimescaleProcess start(Path folder, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "server.mjs"));
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        TimescaleProcess started = new TimescaleProcess(process);
        started.awaitReady();
        return started;
    }

    int port() {
        return port;
    }

    /// Puts an empty database in the place of the present one, and ends all connections.
    void fresh() throws IOException {
        orders.write("fresh\n");
        orders.flush();
        awaitReady();
    }

    private void awaitReady() throws IOException {
        String line;
        try {
            line = CompletableFuture.supplyAsync(this::line).get(1, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new IOException("it does not get ready", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (!line.startsWith(READY)) {
            throw new IOException("it ended, or said '" + line + "'");
        }
        port = Integer.parseInt(line.substring(READY.length()));
    }

    private String line() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
