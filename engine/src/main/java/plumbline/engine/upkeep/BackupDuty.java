package plumbline.engine.upkeep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SlotSum;

/// Knows when a backup is due, and notes in the log what each one holds, so that none is made of
/// what the last one holds already.
///
/// Threads: any thread but the FX thread; the calls block.
public final class BackupDuty {
    private static final String ACTION = "backup";
    private static final int LOOKED_AT = 500;

    private final Backups backups;
    private final AuditLog audit;
    private final CandleRepository candles;
    private final RunRepository runs;
    private final Supplier<BackupPlan> plan;

    /// @param plan asked each time, so that a change of it holds at once
    public BackupDuty(
            Backups backups,
            AuditLog audit,
            CandleRepository candles,
            RunRepository runs,
            Supplier<BackupPlan> plan) {
        this.plan = plan;
        this.backups = backups;
        this.audit = audit;
        this.candles = candles;
        this.runs = runs;
    }

    /// The copies that count, newest first.
    public List<Backup> list() {
        return backups.list();
    }

    /// Whether there is no copy that is young enough and something was stored since the newest one.
    public boolean isDue(Instant now) {
        List<Backup> all = BackupPlan.until(now, backups.list());
        if (!plan.get().isDue(all, now)) {
            return false;
        }
        return all.isEmpty() || !noted(all.getFirst()).equals(Optional.of(mark()));
    }

    /// Makes a copy and notes it.
    ///
    /// @throws java.util.concurrent.CancellationException if `cancelled` says so
    public Backup make(Progress progress, BooleanSupplier cancelled) {
        String mark = mark(); // before the copy: what is stored meanwhile is for the next one
        Backup made = backups.make(plan.get(), progress, cancelled);
        audit.add(ACTION, name(made), made.bytes() + " bytes, contents " + mark);
        return made;
    }

    private Optional<String> noted(Backup backup) {
        return audit.newest(LOOKED_AT).stream()
                .filter(e -> e.action().equals(ACTION) && e.subject().equals(name(backup)))
                .map(e -> e.detail().substring(e.detail().lastIndexOf(' ') + 1))
                .findFirst();
    }

    private static String name(Backup backup) {
        return String.valueOf(backup.file().getFileName());
    }

    /// Equal for equal contents: of every series its slots, and the newest run.
    private String mark() {
        CRC32C sum = new CRC32C();
        for (SeriesInfo series : candles.list()) {
            add(sum, series.key().toString());
            for (SlotSum slot : candles.sums(series.key())) {
                add(sum, slot.slot() + " " + slot.candles() + " " + slot.checksum());
            }
        }
        runs.newestIds(1).forEach(id -> add(sum, id));
        return String.format("%08x", sum.getValue());
    }

    private static void add(CRC32C sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
    }
}
