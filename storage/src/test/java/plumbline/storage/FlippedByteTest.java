package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// One bit anywhere in the database of a closed home.
@Timeout(300)
class FlippedByteTest {
    private static final int TRIES = 25;
    private static final long SLOT = 8192 * Timeframe.M1.millis();

    @TempDir private Path folder;
    private CandleSeries candles;
    private byte[] whole;
    private byte[] sums;

    @BeforeEach
    void fill() throws IOException {
        Path home = folder.resolve("whole");
        candles = TestCandles.minutes(60_000, 1);
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, candles, "test");
        }
        whole = Files.readAllBytes(home.resolve("market.mv.db"));
        sums = Files.readAllBytes(home.resolve("market.sums"));
    }

    @Test
    void isFoundAndNamedAndNoWrongCandleIsEverGiven() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < TRIES; i++) {
            int at = random.nextInt(whole.length);
            Path home = damaged("home" + i, at, 1 << random.nextInt(8), true);

            try (Stores stores = TestStores.open(home)) {
                assertThat(stores.facts().warnings())
                        .as("byte %d", at)
                        .singleElement()
                        .asString()
                        .contains("market.mv.db")
                        .contains(" " + (at / 65536 * 65536) + " to ");
                assertNothingWrong(stores, at);
            } catch (StorageException e) {
                assertThat(e).as("byte %d", at).hasMessageContaining("market.mv.db");
            }
        }
    }

    /// As after a crash: there are no checksums of the file, only those in it.
    @Test
    void withoutTheChecksumsOfTheFileThoseOfTheChunksFindIt() throws IOException {
        Random random = new Random(4);
        int named = 0;
        for (int i = 0; i < TRIES; i++) {
            int at = random.nextInt(whole.length);
            Path home = damaged("home" + i, at, 1 << random.nextInt(8), false);

            try (Stores stores = TestStores.open(home)) {
                boolean allThere = assertNothingWrong(stores, at);
                boolean sound =
                        !stores.candles().list().isEmpty()
                                && stores.candles()
                                        .verify(TestCandles.MINUTES, () -> false)
                                        .faults()
                                        .isEmpty();
                named += sound ? 0 : 1;
                assertThat(allThere || !sound).as("byte %d", at).isTrue();
            } catch (StorageException e) {
                named++;
                assertThat(e).as("byte %d", at).hasMessageContaining("market.mv.db");
            }
        }
        assertThat(named).isPositive();
    }

    private Path damaged(String name, int at, int bit, boolean withSums) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) bit;
        Files.write(home.resolve("market.mv.db"), bytes);
        Files.copy(folder.resolve("whole").resolve("database.key"), home.resolve("database.key"));
        if (withSums) {
            Files.write(home.resolve("market.sums"), sums);
        }
        return home;
    }

    /// Slot by slot: what is given is what was stored, or it is not given.
    ///
    /// @return whether all of it was given
    private boolean assertNothingWrong(Stores stores, int at) {
        CandleRepository repository = stores.candles();
        int given = 0;
        int refused = 0;
        long first = Math.floorDiv(candles.firstOpenMs(), SLOT);
        for (long slot = first; slot * SLOT <= candles.lastOpenMs(); slot++) {
            TimeRange range = new TimeRange(slot * SLOT, (slot + 1) * SLOT);
            try {
                CandleSeries loaded = repository.load(TestCandles.MINUTES, range);
                given += loaded.size();
                if (!loaded.isEmpty()) {
                    assertThat(loaded.fingerprint())
                            .as("byte %d", at)
                            .isEqualTo(candles.between(range).fingerprint());
                }
            } catch (StorageException e) {
                refused++;
            }
        }
        long known = repository.list().stream().mapToLong(SeriesInfo::candles).sum();
        // what is neither given nor refused must be missed by the store itself
        assertThat(given == candles.size() || refused > 0 || known != given)
                .as("byte %d: %d given, %d known", at, given, known)
                .isTrue();
        return given == candles.size();
    }
}
