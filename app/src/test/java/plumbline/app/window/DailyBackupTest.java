package plumbline.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.Progress;

class DailyBackupTest {
    private static final SeriesKey KEY = new SeriesKey(MarketId.parse("file:A/USD"), Timeframe.H1);

    @TempDir Path folder;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<String> told = new ArrayList<>();

    private final class Told implements DailyBackup.Told {
        @Override
        public void made() {
            told.add("made");
        }

        @Override
        public void failed(Throwable failure) {
            told.add("failed");
        }
    }

    private static void store(OpenHome home, int candles) {
        CandleSeries.Builder series = CandleSeries.builder(candles);
        for (int i = 0; i < candles; i++) {
            series.add(i * 3_600_000L, 1, 2, 0.5, 1.5, 10);
        }
        home.candles().upsert(KEY, series.build(), "test");
    }

    private boolean wanted = true;

    @Test
    void oneIsMadeADayAndNoneOfWhatTheLastOneHolds() {
        try (OpenHome home = OpenHome.open(new Home(folder), now::get)) {
            BackupDuty duty = home.backupDuty(() -> BackupPlan.USUAL).orElseThrow();
            DailyBackup daily = new DailyBackup(duty, now::get, () -> wanted, new Told());
            store(home, 10);

            daily.makeIfDue();
            daily.makeIfDue();
            assertThat(told).containsExactly("made");

            now.set(now.get().plusSeconds(2 * 86_400));
            daily.makeIfDue();
            assertThat(told).as("nothing was stored since").hasSize(1);

            store(home, 11);
            daily.makeIfDue();
            assertThat(told).hasSize(2);
            assertThat(duty.list()).hasSize(2);
            assertThat(home.audit().newest(1).getFirst().action()).isEqualTo("backup");
            daily.close();
        }
    }

    /// A store of backups with a fault in it.
    private static final class Broken implements Backups {
        @Override
        public Backup make(BackupPlan plan, Progress progress, BooleanSupplier cancelled) {
            throw new IllegalStateException("a fault");
        }

        @Override
        public Backup makeAs(Path file, Progress progress, BooleanSupplier cancelled) {
            return make(BackupPlan.USUAL, progress, cancelled);
        }

        @Override
        public List<Backup> list() {
            return List.of();
        }
    }

    @Test
    void aFaultIsToldAndDoesNotEndTheDailyBackup() {
        try (OpenHome home = OpenHome.open(new Home(folder), now::get)) {
            store(home, 10);
            BackupDuty duty =
                    new BackupDuty(
                            new Broken(),
                            home.audit(),
                            home.candles(),
                            home.runs(),
                            () -> BackupPlan.USUAL);
            DailyBackup daily = new DailyBackup(duty, now::get, () -> wanted, new Told());

            daily.makeIfDue();
            daily.makeIfDue();

            assertThat(told).containsExactly("failed", "failed");
            daily.close();
        }
    }

    @Test
    void noneIsMadeIfTheUserWantsNone() {
        wanted = false;
        try (OpenHome home = OpenHome.open(new Home(folder), now::get)) {
            store(home, 10);
            DailyBackup daily =
                    new DailyBackup(
                            home.backupDuty(() -> BackupPlan.USUAL).orElseThrow(),
                            now::get,
                            () -> wanted,
                            new Told());

            daily.makeIfDue();

            assertThat(told).isEmpty();
            daily.close();
        }
    }

    @Test
    void noneIsMadeWhileTheWindowIsClosing() {
        try (OpenHome home = OpenHome.open(new Home(folder), now::get)) {
            store(home, 10);
            DailyBackup daily =
                    new DailyBackup(
                            home.backupDuty(() -> BackupPlan.USUAL).orElseThrow(),
                            now::get,
                            () -> wanted,
                            new Told());

            daily.close();
            daily.makeIfDue();

            assertThat(told).isEmpty();
        }
    }
}
