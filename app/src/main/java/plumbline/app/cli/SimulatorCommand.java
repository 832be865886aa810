package plumbline.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.engine.text.ErrorText;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// `simulator`: an exchange on this machine, until it is told to end.
@Command(
        name = "simulator",
        description = {
            "Play exchanges on this machine, until Ctrl+C: markets made from a seed, in the",
            "protocols of Binance (spot, futures), Kraken and Coinbase, with faults on demand.",
            "Listens on 127.0.0.1 alone."
        },
        footer = {
            "",
            "Example:",
            "  plumbline simulator --seed 7 --start 2025-06-01 --speed 60 --faults faults.json"
        })
final class SimulatorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8700",
            description = "Port of the exchange, 0 for any that is free (default: 8700).")
    int port;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            defaultValue = "8701",
            description =
                    "Port of the simulator's own interface, 0 for any that is free (default: 8701).")
    int adminPort;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same markets and faults (default: 1).")
    long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "What time it is for the exchange at the start, UTC without an offset (default:"
                            + " now).")
    @Nullable String start;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How fast its time runs: 0 stands still, 60 is a minute in a second.")
    double speed;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Rules of what goes wrong, as JSON (docs/simulator.md).")
    @Nullable Path faults;

    @Option(names = "--no-limits", description = "Refuse nobody for asking too much.")
    boolean noLimits;

    SimulatorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        context.onCancel(told::countDown);
        try (SimulatorServer server = started(settings())) {
            Map<String, Object> document = new LinkedHashMap<>();
            Map<String, String> venues = new LinkedHashMap<>();
            server.venues().forEach((name, address) -> venues.put(name, address.toString()));
            document.put("venues", venues);
            document.put("admin", server.admin().toString());
            document.put("seed", seed);
            context.terminal().result(() -> document, () -> text(server));
            context.terminal().note("the simulated exchange runs; Ctrl+C ends it");
            if (!context.isCancelled()) {
                told.await();
            }
        }
        return ExitStatus.DONE; // to be told to end is how it ends
    }

    private static String text(SimulatorServer server) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, URI> venue : server.venues().entrySet()) {
            text.append("%-12s %s%n".formatted(venue.getKey(), venue.getValue()));
        }
        return text.append("%-12s %s".formatted("admin", server.admin())).toString();
    }

    private SimulatorSettings settings() {
        long startMs = start == null ? context.clock().millis() : Moments.at("--start", start);
        return new SimulatorSettings(port, adminPort, seed, startMs, speed, !noLimits, rules());
    }

    private SimulatorServer started(SimulatorSettings settings) {
        try {
            return SimulatorServer.start(settings);
        } catch (IOException e) {
            CommandFailure failure =
                    CommandFailure.failed(
                            ErrorText.of(e)
                                    + "; nothing was started. Choose other ports with --port and"
                                    + " --admin-port, 0 for any that is free.");
            failure.initCause(e);
            throw failure;
        } catch (IllegalArgumentException e) {
            String where = faults == null ? "" : " (rules of faults are in " + faults + ")";
            CommandFailure failure = CommandFailure.usage(ErrorText.of(e) + where);
            failure.initCause(e);
            throw failure;
        }
    }

    private String rules() {
        if (faults == null) {
            return SimulatorSettings.NO_FAULTS;
        }
        try {
            return Files.readString(faults);
        } catch (IOException e) {
            CommandFailure failure = CommandFailure.usage(unreadable(faults, e));
            failure.initCause(e);
            throw failure;
        }
    }

    private static String unreadable(Path file, IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no file " + file;
            case CharacterCodingException _ -> file + " is not text in UTF-8";
            default -> file + " cannot be read: " + ErrorText.of(failure);
        };
    }
}
