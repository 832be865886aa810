package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/// A home folder with candles, and ways to do harm to it while it is closed.
///
/// @param folder that is empty but for what a test puts there
record HomeFixture(Path folder) {
    static final String MARKET = "binance:BTC/USDT";
    static final long HOUR = 3_600_000;
    static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    Path home() {
        return folder.resolve("home");
    }

    Ran run(String... arguments) {
        return Ran.in(home(), arguments);
    }

    /// Imports hours from [#START] but for those whose index is in `without`.
    HomeFixture withHours(int count, Integer... without) throws IOException {
        Path file = folder.resolve("hours.csv");
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume"));
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            double price = 30_000 + 1000 * random.nextDouble();
            if (!Arrays.asList(without).contains(i)) {
                lines.add(
                        Instant.ofEpochMilli(START + i * HOUR)
                                + ","
                                + price
                                + ","
                                + (price + 9)
                                + ","
                                + (price - 9)
                                + ","
                                + (price + 1)
                                + ","
                                + random.nextDouble());
            }
        }
        Files.write(file, lines);
        Ran ran = run("data", "import", file.toString(), "--market", MARKET, "--timeframe", "1h");
        assertThat(ran.status()).as(ran.err()).isZero();
        return this;
    }

    /// Runs SQL on a database of the closed home, as somebody might who knows how.
    void sql(String database, String sql) throws IOException {
        URI h2 =
                ModuleLayer.boot()
                        .configuration()
                        .findModule("com.h2database")
                        .orElseThrow()
                        .reference()
                        .location()
                        .orElseThrow();
        Process shell =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                Path.of(h2).toString(),
                                "org.h2.tools.Shell",
                                "-url",
                                "jdbc:h2:" + home().resolve(database),
                                "-user",
                                "SA",
                                "-password",
                                administratorPassword(),
                                "-sql",
                                sql)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(shell.getInputStream().readAllBytes());
        try {
            assertThat(shell.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        // they would tell
        Files.deleteIfExists(home().resolve(database + ".sums"));
    }

    private String administratorPassword() throws IOException {
        Properties key = new Properties();
        try (Reader in = Files.newBufferedReader(home().resolve("database.key"))) {
            key.load(in);
        }
        return key.getProperty("administrator");
    }

    /// Flips one bit in the middle of a stored chunk, wherever it stands in the closed file.
    ///
    /// @param chunk its place in the order of time
    void flipInChunk(int chunk) throws IOException {
        Path wanted = folder.resolve("chunk");
        sql(
                "market",
                "CALL FILE_WRITE((SELECT data FROM candle_chunk ORDER BY slot OFFSET "
                        + chunk
                        + " ROWS FETCH NEXT 1 ROW ONLY), '"
                        + wanted
                        + "')");
        run("data", "list"); // closes it in order again
        byte[] data = Files.readAllBytes(wanted);
        byte[] part = Arrays.copyOfRange(data, data.length / 2, data.length / 2 + 32);
        Path file = home().resolve("market.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        int found = 0;
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                bytes[i] ^= 1;
                found++;
            }
        }
        assertThat(found).isPositive();
        Files.write(file, bytes);
    }
}
