package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands in processes of their own: told to end, and several at once.
@DisabledOnOs(OS.WINDOWS)
class EndingTest {
    private static final int MINUTES = 300_000;
    private static final String SERIES = " --market binance:ETH/USDT --timeframe 1m";

    /// From the signal to the end, with what a busy machine takes to notice.
    private static final long AT_ONCE_MS = 2300;

    @TempDir static Path folder;

    @BeforeAll
    static void candles() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("minutes.csv"))) {
            out.write("time,open,high,low,close,volume\n");
            for (int i = 0; i < MINUTES; i++) {
                double price = 2000 + 100 * Math.sin(i / 500.0) + i % 7;
                out.write(
                        Instant.ofEpochMilli(HomeFixture.START + i * 60_000L)
                                + ","
                                + price
                                + ","
                                + (price + 3)
                                + ","
                                + (price - 3)
                                + ","
                                + (price + 1)
                                + ","
                                + (1 + i % 13)
                                + "\n");
            }
        }
        Ran ran = Ran.in(home(), arguments("data import @minutes.csv" + SERIES));
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private static Path home() {
        return folder.resolve("home");
    }

    /// With the folder of the test for each `@`.
    private static String[] arguments(String line) {
        return line.replace("@", folder + "/").split(" ");
    }

    private static List<String> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).filter(f -> f.endsWith(".part")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data import @minutes.csv --market binance:XRP/USDT --timeframe 1m",
                "data verify",
                "data backup --out @kept.backup.zip",
                "data migrate --to @other",
                "data export --out @minutes.csv.gz" + SERIES,
                "backtest sma-cross --out @report" + SERIES,
            })
    void toldToEndACommandEndsAtOnceAndLeavesNothingHalfDone(String line)
            throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int afterMs : new int[] {0, 300, 900}) {
            try (OtherCommand command = OtherCommand.start(home(), arguments(line)).begun()) {
                Thread.sleep(afterMs);

                long took = command.terminated();

                assertThat(took).as(line).isLessThan(AT_ONCE_MS);
                assertThat(command.status()).as(command.said()).isIn(0, 130);
                assertThat(command.said()).doesNotContain("error inside Plumbline");
                statuses.add(command.status());
            }
            assertThat(unfinished()).isEmpty();
        }

        assertThat(statuses).contains(130);
        assertThat(Ran.in(home(), "data", "verify").status()).isZero();
    }

    @Test
    void aCommandThatWaitsForAReaderEndsTooAndThePipeStays()
            throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        try (OtherCommand command =
                OtherCommand.start(home(), arguments("data export --out @pipe.csv" + SERIES))
                        .begun()) {
            Thread.sleep(500);

            assertThat(command.terminated()).isLessThan(AT_ONCE_MS);
            assertThat(command.status()).isEqualTo(130);
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(pipe).exists();
    }

    @Test
    void twoImportsAtOnceBothEndInOrder() throws IOException, InterruptedException {
        Path shared = folder.resolve("shared");
        List<OtherCommand> both = new ArrayList<>();
        for (String market : List.of("binance:A/USDT", "binance:B/USDT")) {
            both.add(
                    OtherCommand.start(
                            shared,
                            arguments(
                                    "data import @minutes.csv --timeframe 1m --market " + market)));
        }

        for (OtherCommand one : both) {
            try (one) {
                assertThat(one.status()).as(one.said()).isZero();
            }
        }

        Ran list = Ran.in(shared, "data", "list", "--json");
        List<?> series = (List<?>) JsonText.at(list.json(), "series");
        assertThat(series.size()).isEqualTo(2);
        for (int i = 0; i < series.size(); i++) {
            assertThat(JsonText.at(list.json(), "series", i, "candles")).isEqualTo(1.0 * MINUTES);
        }
    }
}
