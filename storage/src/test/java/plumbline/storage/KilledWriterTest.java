package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.AuditLog;

/// A process that writes is killed at random moments, again and again, on the same home.
@Timeout(300)
class KilledWriterTest {
    static final SeriesKey LIVE = TestCandles.minutesOf("LIVE");
    static final SeriesKey BLOCKS = TestCandles.minutesOf("BLOCKS");

    private static final int KILLS = 20;
    private static final int BLOCK = 3000;
    // half a second is promised; the answers come through a pipe
    private static final long WINDOW_MS = 1000;
    private static final CandleSeries ALL = TestCandles.minutes(3_000_000, 1);

    @TempDir private Path home;
    private int lostLive;

    static Candle live(int i) {
        return ALL.candle(i);
    }

    static CandleSeries block(int i) {
        return ALL.slice(i * BLOCK, (i + 1) * BLOCK);
    }

    /// What the process said was stored.
    private record Said(int audit, int block, int live, int liveBeforeWindow) {}

    @Test
    void theJournalLosesNothingAndTheCandlesAtMostTheirWindow()
            throws IOException, InterruptedException {
        Random random = new Random(20);
        int blocks = 0;
        int live = 0;
        for (int round = 0; round < KILLS; round++) {
            Said said = writeAndKill(round, blocks, live, 100 + random.nextInt(1900));

            try (Stores stores = TestStores.open(home)) {
                assertThat(stores.recovery()).isEmpty();
                assertThat(entries(stores, round)).isGreaterThanOrEqualTo(said.audit());
                blocks = wholeBlocks(stores);
                assertThat(blocks).isGreaterThanOrEqualTo(said.block());
                live = wholeLive(stores);
                assertThat(live).isGreaterThanOrEqualTo(said.liveBeforeWindow());
                lostLive += Math.max(0, said.live() - live);
                assertConsistent(stores, LIVE);
                assertConsistent(stores, BLOCKS);
            }
        }
        System.out.println(
                KILLS
                        + " kills: "
                        + live
                        + " live candles stored, "
                        + lostLive
                        + " of the last half seconds lost, 0 of the journal");
    }

    private Said writeAndKill(int round, int blocks, int live, int afterMs)
            throws IOException, InterruptedException {
        int audit = 0;
        int block = blocks;
        int newest = live;
        int old = live;
        try (OtherProcess writer = OtherProcess.on(home)) {
            long start = System.nanoTime();
            writer.tell("mix " + round + " " + blocks + " " + live);
            List<String> said = writer.killedAfter(afterMs);
            long end = afterMs;
            for (String line : said) {
                String[] words = line.split(" ");
                int number = Integer.parseInt(words[1]);
                switch (words[0]) {
                    case "audit" -> audit = number + 1;
                    case "block" -> block = number;
                    case "live" -> {
                        newest = number;
                        old = Long.parseLong(words[2]) < end - WINDOW_MS ? number : old;
                    }
                    default -> throw new IOException(line);
                }
            }
            assertThat(System.nanoTime() - start).isPositive();
        }
        return new Said(audit, block, newest, old);
    }

    private static int entries(Stores stores, int round) {
        AuditLog.Verdict verdict = stores.audit().verify();
        assertThat(verdict.broken()).isEmpty();
        return (int)
                stores.audit().newest(Integer.MAX_VALUE).stream()
                        .filter(e -> e.subject().equals(Integer.toString(round)))
                        .count();
    }

    private static int wholeBlocks(Stores stores) {
        CandleSeries stored = stores.candles().load(BLOCKS, TimeRange.ALL);
        assertThat(stored.size() % BLOCK).isZero();
        assertThat(stored.fingerprint()).isEqualTo(ALL.slice(0, stored.size()).fingerprint());
        return stored.size() / BLOCK;
    }

    private static int wholeLive(Stores stores) {
        CandleSeries stored = stores.candles().load(LIVE, TimeRange.ALL);
        assertThat(stored.fingerprint()).isEqualTo(ALL.slice(0, stored.size()).fingerprint());
        return stored.size();
    }

    private static void assertConsistent(Stores stores, SeriesKey key) {
        assertThat(stores.candles().verify(key, () -> false).faults())
                .noneMatch(f -> f.kind() == Kind.DAMAGED || f.kind() == Kind.NOTE);
    }
}
