package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;

/// Whatever happened to the file of a closed home: it reads the same, or it is refused by name, and
/// it never shows less without a word. `-Dplumbline.fuzz=N` makes N cases of each kind.
@Timeout(3600)
class DamageFuzzTest {
    private static final int TRIES = Integer.getInteger("plumbline.fuzz", 12);
    private static final SeriesKey SECOND = TestCandles.minutesOf("SECOND");

    /// What may happen to a file.
    enum Damage {
        FLIP {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] damaged = file.clone();
                damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                return damaged;
            }
        },
        FLIP_IN_A_HEADER {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] damaged = file.clone();
                int block = random.nextInt(file.length / 4096) * 4096;
                damaged[block + random.nextInt(160)] ^= (byte) (1 << random.nextInt(8));
                return damaged;
            }
        },
        ZEROS {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] damaged = file.clone();
                int from = random.nextInt(file.length);
                Arrays.fill(
                        damaged,
                        from,
                        Math.min(file.length, from + 1 + random.nextInt(20_000)),
                        (byte) 0);
                return damaged;
            }
        },
        RUBBISH {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] damaged = file.clone();
                int from = random.nextInt(file.length);
                byte[] rubbish = new byte[Math.min(file.length - from, 1 + random.nextInt(20_000))];
                random.nextBytes(rubbish);
                System.arraycopy(rubbish, 0, damaged, from, rubbish.length);
                return damaged;
            }
        },
        CUT {
            @Override
            byte[] to(byte[] file, Random random) {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
        },
        LONGER {
            @Override
            byte[] to(byte[] file, Random random) {
                return Arrays.copyOf(file, file.length + 1 + random.nextInt(20_000));
            }
        };

        abstract byte[] to(byte[] file, Random random);
    }

    @TempDir private Path folder;
    private final TreeMap<SeriesKey, CandleSeries> stored =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final StoredRun run =
            new StoredRun(
                    "r1",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    "{\"x\":\"" + "y".repeat(5000) + "\"}");
    private Path whole;
    private Path left;
    private byte[] file;
    private byte[] leftFile;

    @BeforeEach
    void fill() throws IOException {
        whole = folder.resolve("whole");
        left = folder.resolve("left");
        stored.put(TestCandles.MINUTES, TestCandles.minutes(30_000, 1));
        stored.put(SECOND, TestCandles.minutes(900, 2));
        try (Stores stores = TestStores.open(whole)) {
            stored.forEach((key, candles) -> stores.candles().upsert(key, candles, "test"));
            stores.runs().save(run);
            copyAll(whole, left);
        }
        leftFile = Files.readAllBytes(left.resolve("market.mv.db"));
        file = Files.readAllBytes(whole.resolve("market.mv.db"));
    }

    /// A copy of a home that is in use is what a kill leaves behind.
    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aClosedHomeReadsTheSameOrIsRefusedByName(Damage damage) throws IOException {
        check(damage, whole, file);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aKilledHomeReadsTheSameOrIsRefusedByName(Damage damage) throws IOException {
        check(damage, left, leftFile);
    }

    private void check(Damage damage, Path from, byte[] before) throws IOException {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = damage.to(before, new Random(1000L * damage.ordinal() + i));
            Path home = folder.resolve(damage + "-" + i);
            copyAll(from, home);
            Files.write(home.resolve("market.mv.db"), damaged);
            String what = damage + " " + i;
            try (Stores stores = TestStores.open(home)) {
                refused += assertSame(stores, what);
            } catch (StorageException e) {
                refused++;
                assertThat(e).as(what).hasMessageContaining("market.mv.db");
                assertThat(Files.readAllBytes(home.resolve("market.mv.db")))
                        .as(what)
                        .isEqualTo(damaged);
            }
        }
        assertThat(refused).isBetween(damage == Damage.CUT ? TRIES : 0, TRIES);
    }

    /// @return 1 if something of it was refused
    private int assertSame(Stores stores, String what) {
        List<SeriesInfo> list = stores.candles().list();
        assertThat(list)
                .as(what)
                .extracting(SeriesInfo::key)
                .containsExactlyElementsOf(stored.keySet());
        assertThat(stores.runs().last()).as(what).contains(run);
        List<String> refused = new ArrayList<>();
        for (SeriesInfo series : list) {
            CandleSeries expected = Objects.requireNonNull(stored.get(series.key()));
            assertThat(series.candles()).as(what).isEqualTo(expected.size());
            try {
                CandleSeries loaded = stores.candles().load(series.key(), TimeRange.ALL);
                assertThat(loaded.fingerprint()).as(what).isEqualTo(expected.fingerprint());
            } catch (StorageException e) {
                assertThat(e).as(what).hasMessageContaining("market.mv.db");
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        return refused.isEmpty() ? 0 : 1;
    }
}
