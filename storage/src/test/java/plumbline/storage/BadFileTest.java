package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.storage.codec.CandleCodec;

@Timeout(60)
class BadFileTest {
    private static final long MINUTE = 60_000;

    @TempDir private Path home;

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws IOException {
        byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        Files.write(file(), random);

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("damaged or not a database");

        assertThat(Files.readAllBytes(file())).isEqualTo(random);
        assertThat(home.resolve("market.lock.db")).doesNotExist();
    }

    /// In per mille of the whole file: H2 would open most of these, without what was stored last.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 500, 900, 990})
    void aTruncatedFileIsNamedAndLeftAlone(int perMille) throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        byte[] head = Arrays.copyOf(whole, (int) (whole.length * (perMille / 1000.0)) + 100);
        Files.write(file(), head);

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("is cut off")
                .hasMessageContaining("import again");

        assertThat(Files.readAllBytes(file())).isEqualTo(head);
    }

    @Test
    void anEmptyFileIsNotTakenForAnEmptyDatabase() throws IOException {
        fill();
        Files.write(file(), new byte[0]);

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file() + " is empty")
                .hasMessageContaining("data restore newest");

        assertThat(file()).isEmptyFile();
    }

    @Test
    void aMakingThatWasBrokenOffIsTakenUpAgain() throws IOException {
        TestStores.open(home).close();
        Files.write(file(), new byte[10]);
        Files.delete(home.resolve("market.sums"));
        Files.createFile(home.resolve("market.making"));

        try (Stores stores = TestStores.open(home)) {
            assertThat(stores.candles().list()).isEmpty();
        }
        assertThat(home.resolve("market.making")).doesNotExist();
    }

    @Test
    void whatHasTablesIsKeptWhateverIsSaidOfItsMaking() throws IOException {
        CandleSeries candles = fill();
        Files.createFile(home.resolve("market.making"));

        try (Stores stores = TestStores.open(home)) {
            assertThat(load(stores, TimeRange.ALL)).isEqualTo(candles.fingerprint());
        }
        assertThat(home.resolve("market.making")).doesNotExist();
    }

    @Test
    void aFileThatIsGoneIsNotTakenForOneThatNeverWas() throws IOException {
        fill();
        Files.delete(file());

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file() + " is gone");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkIsRefused() throws IOException {
        fill();
        Path elsewhere = home.resolve("elsewhere");
        Files.move(file(), elsewhere);
        Files.createSymbolicLink(file(), elsewhere);

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file() + " is a link");
    }

    @Test
    void aFlippedByteInACandleIsNamedWithItsTimeAndAllOthersCanBeRead() throws IOException {
        CandleSeries candles = fill();
        flip(candles, 12_000);
        // slots of 8,192 minutes, counted from the epoch
        long slot = Math.floorDiv(candles.openTime()[12_000], 8192 * MINUTE);
        TimeRange before = new TimeRange(Long.MIN_VALUE, slot * 8192 * MINUTE);
        TimeRange after = new TimeRange((slot + 1) * 8192 * MINUTE, Long.MAX_VALUE);

        try (Stores stores = TestStores.open(home)) {
            assertThatThrownBy(() -> stores.candles().load(TestCandles.MINUTES, TimeRange.ALL))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("8192 candles of test:BTC/USDT 1m from ")
                    .hasMessageContaining(" are damaged")
                    .hasMessageContaining(file().toString());
            assertThat(load(stores, before)).isEqualTo(candles.between(before).fingerprint());
            assertThat(load(stores, after)).isEqualTo(candles.between(after).fingerprint());
        }
    }

    @Test
    void damagedCandlesAreMendedByImportingThemAgain() throws IOException {
        CandleSeries candles = fill();
        flip(candles, 12_000);

        try (Stores stores = TestStores.open(home)) {
            CandleSeries part = candles.slice(11_990, 12_010);
            assertThatThrownBy(() -> stores.candles().upsert(TestCandles.MINUTES, part, "test"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("are damaged");

            UpsertResult result = stores.candles().upsert(TestCandles.MINUTES, candles, "test");

            assertThat(result).isEqualTo(new UpsertResult(0, 8192, 40_000 - 8192));
            assertThat(load(stores, TimeRange.ALL)).isEqualTo(candles.fingerprint());
        }
    }

    @Test
    void aFileThatAnotherProgramHoldsForItselfIsNamed() throws IOException {
        fill();
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            assertThatThrownBy(() -> TestStores.open(home))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another program holds " + file())
                    .hasMessageContaining("--home");
        }

        TestStores.open(home).close();
    }

    private CandleSeries fill() {
        CandleSeries candles = TestCandles.minutes(40_000, 1);
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, candles, "test");
        }
        return candles;
    }

    /// Changes one bit of the chunk that holds a candle, wherever it stands in the file.
    private void flip(CandleSeries candles, int candle) throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        byte[] start = Arrays.copyOf(chunk(candles, candle), 200);
        int found = 0;
        for (int i = 0; i + start.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + start.length, start, 0, start.length)) {
                bytes[i + 150] ^= 1;
                found++;
            }
        }
        assertThat(found).isPositive();
        Files.write(file(), bytes);
    }

    private static byte[] chunk(CandleSeries candles, int candle) {
        long[] time = candles.openTime();
        long slot = Math.floorDiv(time[candle], 8192 * MINUTE);
        int from = candles.firstAtOrAfter(slot * 8192 * MINUTE);
        int to = candles.firstAtOrAfter((slot + 1) * 8192 * MINUTE);
        double[][] values = {
            candles.open(), candles.high(), candles.low(), candles.close(), candles.volume()
        };
        return CandleCodec.encode(time, values, from, to - from, MINUTE);
    }

    private static String load(Stores stores, TimeRange range) {
        return stores.candles().load(TestCandles.MINUTES, range).fingerprint();
    }

    private Path file() {
        return home.resolve("market.mv.db");
    }
}
