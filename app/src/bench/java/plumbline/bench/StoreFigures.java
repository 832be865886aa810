package plumbline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.ServerAddress;
import plumbline.storage.Stores;
import plumbline.storage.codec.RandomWalk;

/// How fast the store is and how much room it takes: ten years of one-minute candles, written and
/// read in turns with the limit, a memory-mapped file. Every first read is compared with what was
/// written.
///
/// With an address of a server in `PLUMBLINE_STORE_URL`, `_USER` and `_PASSWORD` it measures that
/// one too, and removes what it wrote. With a folder of real candles as argument it measures their
/// size.
public final class StoreFigures {
    private static final int ROUNDS = 100;
    private static final int MONTH = 43_200;
    private static final SeriesKey KEY = new SeriesKey(MarketId.parse("bench:A/USD"), Timeframe.M1);

    private StoreFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try {
            CandleSeries candles = walk(RandomWalk.TEN_YEARS);
            writes(folder.resolve("writes"), candles);
            reads(folder.resolve("reads"), candles);
            live(folder.resolve("live"));
            if (arguments.length > 0) {
                real(folder.resolve("real"), Path.of(arguments[0]));
            }
            String url = System.getenv("PLUMBLINE_STORE_URL");
            if (url != null) {
                server(folder.resolve("server"), candles, address(url));
            }
        } finally {
            delete(folder);
        }
    }

    private static ServerAddress address(String url) {
        return new ServerAddress(
                url,
                System.getenv().getOrDefault("PLUMBLINE_STORE_USER", "plumbline"),
                System.getenv().getOrDefault("PLUMBLINE_STORE_PASSWORD", ""));
    }

    private static CandleSeries walk(int n) {
        RandomWalk walk = new RandomWalk(n, 42);
        double[][] v = walk.values;
        return CandleSeries.of(walk.time, v[0], v[1], v[2], v[3], v[4]);
    }

    private static Stores open(Path home) {
        return Stores.open(home, InstantSource.system());
    }

    /// One transaction each time, into a series that is new.
    private static void writes(Path home, CandleSeries candles) {
        Rounds writes = new Rounds(25);
        try (Stores stores = open(home)) {
            for (int i = 0; i < 25; i++) {
                SeriesKey key = new SeriesKey(MarketId.parse("bench:W" + i + "/USD"), Timeframe.M1);
                writes.time(() -> stores.candles().upsert(key, candles, "bench"));
                stores.candles().delete(key);
            }
        }
        say("write", perSecond(candles.size(), writes), "M candles/s");
    }

    private static void reads(Path home, CandleSeries candles) throws IOException {
        try (Stores stores = open(home)) {
            stores.candles().upsert(KEY, candles, "bench");
        }
        say("size of the walk", bytes(home) / (double) candles.size(), "bytes a candle");
        try (Stores stores = open(home);
                MappedCandles mapped = new MappedCandles(candles, home.resolve("mapped"))) {
            whole(stores.candles(), mapped, candles);
            months(stores.candles(), mapped, candles);
        }
    }

    private static void whole(CandleRepository store, MappedCandles mapped, CandleSeries candles) {
        requireSame(store.load(KEY, TimeRange.ALL), candles);
        int n = candles.size();
        Rounds ours = new Rounds(ROUNDS);
        Rounds limit = new Rounds(ROUNDS);
        Rounds streamed = new Rounds(ROUNDS);
        for (int i = 0; i < ROUNDS; i++) {
            limit.time(() -> mapped.read(0, n, new long[n]));
            ours.time(() -> store.load(KEY, TimeRange.ALL));
            streamed.time(() -> {
                double[] sum = new double[1];
                store.stream(
                        KEY,
                        TimeRange.ALL,
                        block -> sum[0] += block.close()[block.size() - 1],
                        () -> false);
                return sum;
            });
        }
        say("memory-mapped file, all", perSecond(n, limit), "M candles/s");
        say("read all", perSecond(n, ours), "M candles/s");
        say("  times the mapped file", ours.medianMs() / limit.medianMs(), "");
        say("stream all", perSecond(n, streamed), "M candles/s");
    }

    private static void months(CandleRepository store, MappedCandles mapped, CandleSeries candles) {
        Rounds ours = new Rounds(2_000);
        Rounds limit = new Rounds(2_000);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(candles.size() - MONTH);
            TimeRange range =
                    new TimeRange(candles.openTime()[from], candles.openTime()[from + MONTH]);
            limit.time(() -> mapped.read(from, from + MONTH, new long[MONTH]));
            ours.time(() -> store.load(KEY, range));
        }
        say("memory-mapped file, a month", limit.medianMs(), "ms");
        say("read a month", ours.medianMs(), "ms");
    }

    /// 100 markets, 100 minutes of each in one call, as after a connection that was lost.
    private static void live(Path home) {
        int rounds = 30;
        Rounds upserts = new Rounds(rounds);
        Rounds again = new Rounds(rounds);
        CandleSeries candles = walk(100 * rounds);
        try (Stores stores = open(home)) {
            for (int round = 0; round < rounds; round++) {
                List<LiveCandle> batch = new ArrayList<>();
                for (int market = 0; market < 100; market++) {
                    SeriesKey key =
                            new SeriesKey(
                                    MarketId.parse("bench:L" + market + "/USD"), Timeframe.M1);
                    for (int i = 0; i < 100; i++) {
                        batch.add(new LiveCandle(key, candles.candle(100 * round + i), true));
                    }
                }
                upserts.time(() -> stored(stores, batch));
                again.time(() -> stored(stores, batch));
            }
        }
        say("live candles, new", perSecond(10_000, upserts) * 1000, "thousand/s");
        say("live candles, again", perSecond(10_000, again) * 1000, "thousand/s");
    }

    private static Object stored(Stores stores, List<LiveCandle> batch) {
        stores.candles().live(batch, "bench");
        return batch;
    }

    private static void real(Path home, Path files) throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.walk(files)) {
            all = listed.filter(Files::isRegularFile).sorted().toList();
        }
        CandleSeries candles =
                new CandleImport(
                                KEY.market(),
                                Optional.of(KEY.timeframe()),
                                CandleFileFormat.AUTO,
                                ImportOptions.NONE,
                                Instant.now())
                        .read(all, () -> false, _ -> {})
                        .candles();
        try (Stores stores = open(home)) {
            stores.candles().upsert(KEY, candles, "bench");
        }
        say(
                String.format(Locale.ROOT, "size of %,d real candles", candles.size()),
                bytes(home) / (double) candles.size(),
                "bytes a candle");
    }

    private static void server(Path home, CandleSeries candles, ServerAddress address) {
        int n = candles.size();
        SeriesKey key = new SeriesKey(MarketId.parse("bench:SERVER/USD"), Timeframe.M1);
        try (Stores stores = Stores.open(home, address)) {
            System.out.println(stores.facts().kind() + " at " + address.place());
            CandleRepository store = stores.candles();
            store.delete(key);
            try {
                Rounds in = new Rounds(1);
                in.time(() -> store.upsert(key, candles, "bench"));
                say("server: write", perSecond(n, in), "M candles/s");
                Rounds first = new Rounds(1);
                first.time(() -> store.load(key, TimeRange.ALL));
                say("server: first read", perSecond(n, first), "M candles/s");
                requireSame(store.load(key, TimeRange.ALL), candles);
                Rounds again = new Rounds(ROUNDS);
                for (int i = 0; i < ROUNDS; i++) {
                    again.time(() -> store.load(key, TimeRange.ALL));
                }
                say("server: read again", perSecond(n, again), "M candles/s");
            } finally {
                store.delete(key);
            }
        }
    }

    private static void requireSame(CandleSeries read, CandleSeries written) {
        if (!read.fingerprint().equals(written.fingerprint())) {
            throw new IllegalStateException("other candles were read than were written");
        }
    }

    private static double perSecond(int candles, Rounds rounds) {
        return candles / rounds.medianMs() / 1000;
    }

    private static void say(String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "%-28s %10.2f %s%n", what, figure, unit);
    }

    private static long bytes(Path home) throws IOException {
        return Files.size(home.resolve("market.mv.db"));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
