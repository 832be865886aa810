package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import plumbline.simulator.pack.DataPack;
import plumbline.simulator.scenario.Scenario;

/// Candles of a pack, fetched through a storm, are in the store as they are in the pack.
class PackFetchTest {
    /// The storm puts the clock of the exchange behind; the last candle is over all the same.
    private static final long MINUTE = 60_000;

    private static final long FROM = Instant.parse("2025-03-01T00:00:00Z").toEpochMilli();
    private static final MarketId MARKET = MarketId.parse("binance:ETH/USDT");

    @TempDir Path home;
    @TempDir Path folder;

    /// Two outages, of 150 minutes and of one.
    @Test
    void whatIsFetchedThroughAStormIsWhatThePackHas() throws Exception {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume"));
        for (int i = 0; i < 20_000; i++) {
            double open = (100_000 + random.nextInt(1000)) / 100.0;
            double close = (100_000 + random.nextInt(1000)) / 100.0;
            if (i < 5_000 || i >= 5_150 && i != 12_345) {
                lines.add(
                        (FROM + i * MINUTE)
                                + ","
                                + open
                                + ","
                                + (Math.max(open, close) + 1)
                                + ","
                                + (Math.min(open, close) - 1)
                                + ","
                                + close
                                + ","
                                + random.nextInt(1, 1_000_000) / 10_000.0);
            }
        }
        Files.write(folder.resolve("ETHUSDT-1m.csv"), lines);

        List<String> gaps = fetched(folder);

        assertThat(gaps).hasSize(2).allMatch(line -> line.contains("confirmed"));
    }

    /// @return the lines of the gaps that are known
    private List<String> fetched(Path pack) throws Exception {
        DataPack played = DataPack.read(pack, Instant.now());
        CandleSeries expected = candles(pack);
        long end = played.endMs().orElseThrow();
        SimulatorSettings settings =
                new SimulatorSettings(
                        0, 0, 7, end + 10 * MINUTE, 1, true, SimulatorSettings.NO_FAULTS);
        try (SimulatorServer server =
                SimulatorServer.start(settings.with(played).with(Scenario.STORM))) {
            Ran ran =
                    Ran.of(
                            environment(server),
                            List.of(
                                    "data",
                                    "fetch",
                                    "--market",
                                    MARKET.toString(),
                                    "--timeframe",
                                    "1m",
                                    "--from",
                                    Instant.ofEpochMilli(expected.firstOpenMs()).toString(),
                                    "--to",
                                    Instant.ofEpochMilli(end).toString(),
                                    "--home",
                                    home.toString()));

            assertThat(ran.status()).as(ran.err()).isZero();
            nothingIsAskedDuringABan(server);
        }
        try (OpenHome open = OpenHome.look(new Home(home), InstantSource.system())) {
            CandleSeries stored =
                    open.candles().load(new SeriesKey(MARKET, Timeframe.M1), TimeRange.ALL);
            assertThat(stored.size()).isEqualTo(expected.size());
            assertThat(stored.fingerprint()).isEqualTo(expected.fingerprint());
        }
        return Ran.in(home, "data", "gaps")
                .out()
                .lines()
                .filter(line -> line.contains("confirmed") || line.contains("open"))
                .filter(line -> line.contains("ETH/USDT"))
                .toList();
    }

    private static Map<String, String> environment(SimulatorServer server) {
        String venue = server.venue("binance").toString();
        return Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", venue.replaceAll("/binance$", ""));
    }

    private static CandleSeries candles(Path pack) throws IOException {
        return new CandleImport(
                        MARKET,
                        Optional.of(Timeframe.M1),
                        CandleFileFormat.AUTO,
                        ImportOptions.NONE,
                        Instant.now())
                .read(List.of(pack), () -> false, _ -> {})
                .candles();
    }

    private static void nothingIsAskedDuringABan(SimulatorServer server) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection)
                        URI.create(server.admin() + "/journal").toURL().openConnection();
        String text =
                new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<?> entries = (List<?>) JsonText.at(JsonText.object(text), "entries");
        long bannedUntil = Long.MIN_VALUE;
        int bans = 0;
        for (Object entry : entries) {
            long time = ((Number) JsonText.at(entry, "timeMs")).longValue();
            assertThat(time).as("%s", entry).isGreaterThanOrEqualTo(bannedUntil);
            if (JsonText.at(entry, "fault").equals("storm-ban")) {
                bannedUntil = time + 3_000;
                bans++;
            }
        }
        assertThat(bans).isEqualTo(1);
    }
}
