package plumbline.app.window;

import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupDuty;

/// Makes backups while the window is open, one a day unless the user wants more or fewer, if
/// something was stored since the last one. On a thread of its own with the least priority.
final class DailyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final long FIRST_MIN = 1;
    private static final long EACH_MIN = 60;
    private static final long END_WITHIN_S = 5;

    private final BackupDuty duty;
    private final InstantSource clock;
    private final BooleanSupplier wanted;
    private final Told told;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread made = Thread.ofPlatform().daemon().name("backup").unstarted(work);
                made.setPriority(Thread.MIN_PRIORITY);
                return made;
            });

    /// Who is told how it went. Called on the thread of the backup.
    interface Told {
        void made();

        void failed(Throwable failure);
    }

    /// @param wanted asked each time whether one is to be made without the user
    DailyBackup(BackupDuty duty, InstantSource clock, BooleanSupplier wanted, Told told) {
        this.wanted = wanted;
        this.duty = duty;
        this.clock = clock;
        this.told = told;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::makeIfDue, FIRST_MIN, EACH_MIN, TimeUnit.MINUTES);
    }

    /// Makes one if it is due.
    void makeIfDue() {
        try {
            if (closing.get() || !wanted.getAsBoolean() || !duty.isDue(clock.instant())) {
                return;
            }
            Backup made = duty.make((_, _, _) -> {}, closing::get);
            LOG.info("backup made: {}", made.file());
            told.made();
        } catch (CancellationException e) {
            LOG.debug("the window was closed during the backup", e);
        } catch (RuntimeException | Error e) { // or there would never be another one
            if (!closing.get()) {
                LOG.error("the daily backup failed; it is tried again in an hour", e);
                told.failed(e);
            }
        }
    }

    /// Tells a backup to stop and waits a little for it.
    @Override
    public void close() {
        closing.set(true);
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_WITHIN_S, TimeUnit.SECONDS)) {
                LOG.warn("a backup did not stop within {} s and is given up", END_WITHIN_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
