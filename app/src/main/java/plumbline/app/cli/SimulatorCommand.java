package plumbline.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.engine.text.ErrorText;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import plumbline.simulator.pack.DataPack;
import plumbline.simulator.pack.PackException;
import plumbline.simulator.scenario.Scenario;

/// `simulator`: an exchange on this machine, until it is told to end.
@Command(
        name = "simulator",
        description = {
            "Play exchanges on this machine, until Ctrl+C: markets made from a seed or from the",
            "candles of a folder, in the protocols of Binance (spot, futures), Kraken, Coinbase,",
            "Drift and Velocity, with faults on demand.",
            "Listens on 127.0.0.1 alone."
        },
        footer = {
            "",
            "Example:",
            "  plumbline simulator --seed 7 --start 2025-06-01 --speed 60 --faults faults.json",
            "  plumbline simulator --pack candles --scenario storm"
        })
final class SimulatorCommand implements Callable<Integer> {
    private static final String LIST = "list";

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
                            + " the end of the pack, or now).")
    @Nullable String start;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How fast its time runs: 0 stands still, 60 is a minute in a second.")
    double speed;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description =
                    "Play the candles of this folder instead of made ones (docs/simulator.md).")
    @Nullable Path pack;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "calm",
            description =
                    "What goes wrong: calm, storm, limits, outage or skew; 'list' says what they"
                            + " are (default: calm).")
    String scenario = "calm";

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
        if (scenario.equals(LIST)) {
            context.terminal().result(SimulatorCommand::scenarios, SimulatorCommand::scenarioText);
            return ExitStatus.DONE;
        }
        CountDownLatch told = new CountDownLatch(1);
        context.onCancel(told::countDown);
        SimulatorSettings settings = settings();
        try (SimulatorServer server = started(settings)) {
            Map<String, Object> document = new LinkedHashMap<>();
            Map<String, String> venues = new LinkedHashMap<>();
            server.venues().forEach((name, address) -> venues.put(name, address.toString()));
            document.put("venues", venues);
            document.put("admin", server.admin().toString());
            document.put("seed", seed);
            document.put("scenario", scenario);
            document.put("pack", settings.pack().symbols());
            context.terminal().result(() -> document, () -> text(server));
            settings.pack()
                    .symbols()
                    .forEach((venue, symbols) ->
                            context.terminal().note(venue + " has " + String.join(", ", symbols)));
            context.terminal().note("the simulated exchange runs; Ctrl+C ends it");
            if (!context.isCancelled()) {
                told.await();
            }
        }
        return ExitStatus.DONE; // to be told to end is how it ends
    }

    private static Map<String, Object> scenarios() {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Scenario one : Scenario.values()) {
            document.put(one.code(), one.what());
        }
        return document;
    }

    private static String scenarioText() {
        return Arrays.stream(Scenario.values())
                .map(one -> "%-8s %s".formatted(one.code(), one.what()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String text(SimulatorServer server) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, URI> venue : server.venues().entrySet()) {
            text.append("%-13s %s%n".formatted(venue.getKey(), venue.getValue()));
        }
        return text.append("%-13s %s".formatted("admin", server.admin())).toString();
    }

    private SimulatorSettings settings() {
        DataPack played = played();
        long now = context.clock().millis();
        long startMs = start == null ? played.endMs().orElse(now) : Moments.at("--start", start);
        return new SimulatorSettings(
                port,
                adminPort,
                seed,
                startMs,
                speed,
                !noLimits,
                rules(),
                played,
                chosenScenario());
    }

    private Scenario chosenScenario() {
        try {
            return Scenario.of(scenario);
        } catch (IllegalArgumentException e) {
            throw because(CommandFailure.usage(ErrorText.of(e)), e);
        }
    }

    private DataPack played() {
        if (pack == null) {
            return DataPack.NONE;
        }
        try {
            return DataPack.read(pack, context.clock().instant());
        } catch (PackException e) {
            String faults = String.join(System.lineSeparator(), e.faults());
            throw because(CommandFailure.usage(faults + "; nothing was started"), e);
        } catch (IOException e) {
            throw because(CommandFailure.usage(unreadable(pack, e)), e);
        }
    }

    private static CommandFailure because(CommandFailure failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    private SimulatorServer started(SimulatorSettings settings) {
        try {
            return SimulatorServer.start(settings);
        } catch (IOException e) {
            throw because(
                    CommandFailure.failed(
                            ErrorText.of(e)
                                    + "; nothing was started. Choose other ports with --port and"
                                    + " --admin-port, 0 for any that is free."),
                    e);
        } catch (IllegalArgumentException e) {
            String where = faults == null ? "" : " (rules of faults are in " + faults + ")";
            throw because(CommandFailure.usage(ErrorText.of(e) + where), e);
        }
    }

    private String rules() {
        if (faults == null) {
            return SimulatorSettings.NO_FAULTS;
        }
        try {
            return Files.readString(faults);
        } catch (IOException e) {
            throw because(CommandFailure.usage(unreadable(faults, e)), e);
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
