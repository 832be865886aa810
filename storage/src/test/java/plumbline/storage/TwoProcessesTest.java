package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;

/// Window and command line on one home at the same time, each in a process of its own.
@Timeout(120)
class TwoProcessesTest {
    @TempDir private Path home;

    @Test
    void bothReadAndWriteWhicheverCameFirst() throws IOException, InterruptedException {
        try (Stores first = TestStores.open(home);
                OtherProcess second = OtherProcess.on(home)) {
            CandleSeries ours = TestCandles.minutes(20_000, 1);
            first.candles().upsert(TestCandles.minutesOf("OURS"), ours, "test");

            assertThat(second.ask("load OURS")).isEqualTo("20000 " + ours.fingerprint());
            assertThat(second.ask("store THEIRS 9000 2"))
                    .isEqualTo(new UpsertResult(9000, 0, 0).toString());
            assertThat(load(first, "THEIRS")).isEqualTo(fingerprint(9000, 2));

            second.quit();

            assertThat(load(first, "THEIRS")).isEqualTo(fingerprint(9000, 2));
        }
        assertThat(home.resolve("market.lock.db")).doesNotExist();
    }

    @Test
    void theOneThatCameSecondGoesOnWhenTheFirstEnds() throws IOException, InterruptedException {
        try (OtherProcess first = OtherProcess.on(home);
                Stores second = TestStores.open(home)) {
            first.ask("store THEIRS 5000 1");
            assertThat(load(second, "THEIRS")).isEqualTo(fingerprint(5000, 1));

            first.quit();

            assertThat(load(second, "THEIRS")).isEqualTo(fingerprint(5000, 1));
            second.candles()
                    .upsert(TestCandles.minutesOf("OURS"), TestCandles.minutes(300, 2), "test");
            assertThat(load(second, "OURS")).isEqualTo(fingerprint(300, 2));
        }
    }

    @Test
    void theOneThatCameSecondGoesOnWhenTheFirstIsKilled() throws IOException, InterruptedException {
        try (OtherProcess first = OtherProcess.on(home);
                Stores second = TestStores.open(home)) {
            first.ask("store THEIRS 5000 1");
            assertThat(load(second, "THEIRS")).isEqualTo(fingerprint(5000, 1));

            first.kill();

            assertThat(load(second, "THEIRS")).isEqualTo(fingerprint(5000, 1));
            second.candles()
                    .upsert(TestCandles.minutesOf("OURS"), TestCandles.minutes(300, 2), "test");
            assertThat(load(second, "OURS")).isEqualTo(fingerprint(300, 2));
        }
    }

    @Test
    void aWriteThatTheOthersEndCutsOffIsDoneAgain()
            throws IOException, InterruptedException, ExecutionException {
        CandleSeries many = TestCandles.minutes(400_000, 3);
        try (OtherProcess first = OtherProcess.on(home);
                Stores second = TestStores.open(home)) {
            second.candles().list();
            CompletableFuture<UpsertResult> writing =
                    CompletableFuture.supplyAsync(() ->
                            second.candles().upsert(TestCandles.minutesOf("OURS"), many, "test"));
            Thread.sleep(100);

            first.quit();

            assertThat(writing.get().inserted() + writing.get().unchanged()).isEqualTo(400_000);
            assertThat(load(second, "OURS")).isEqualTo(many.fingerprint());
        }
    }

    @Test
    void whatWasStoredIsThereAfterAKill() throws IOException, InterruptedException {
        int said = 0;
        try (OtherProcess other = OtherProcess.on(home)) {
            other.tell("write THEIRS");
            while (said < 500) {
                said = Integer.parseInt(other.answer());
            }
            other.kill();
        }

        try (Stores stores = TestStores.open(home)) {
            CandleSeries found =
                    stores.candles().load(TestCandles.minutesOf("THEIRS"), TimeRange.ALL);
            assertThat(found.size()).isGreaterThanOrEqualTo(said);
            assertThat(found.fingerprint())
                    .isEqualTo(
                            TestCandles.minutes(1_000_000, 1).slice(0, found.size()).fingerprint());
        }
    }

    @Test
    void twoThatStartOnAnEmptyHomeAtOnceBothWork() throws IOException, InterruptedException {
        try (OtherProcess one = OtherProcess.start(home);
                OtherProcess two = OtherProcess.start(home)) {
            one.expect("open");
            two.expect("open");

            one.tell("store SAME 9000 1");
            two.tell("store SAME 9000 2");
            one.answer();
            two.answer();

            String same = one.ask("load SAME");
            assertThat(two.ask("load SAME")).isEqualTo(same);
            assertThat(same).isIn("9000 " + fingerprint(9000, 1), "9000 " + fingerprint(9000, 2));
            one.quit();
            two.quit();
        }
        assertThat(Files.exists(home.resolve("market.lock.db"))).isFalse();
    }

    private static String load(Stores stores, String base) {
        return stores.candles().load(TestCandles.minutesOf(base), TimeRange.ALL).fingerprint();
    }

    private static String fingerprint(int candles, long seed) {
        return TestCandles.minutes(candles, seed).fingerprint();
    }
}
