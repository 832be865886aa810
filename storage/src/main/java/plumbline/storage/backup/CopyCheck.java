package plumbline.storage.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.h2.H2Database;
import plumbline.storage.journal.SqlAuditLog;

/// Opens copies of databases and checks every candle in them, without changing a byte.
final class CopyCheck {
    private final Progress progress;
    private final BooleanSupplier cancelled;

    CopyCheck(Progress progress, BooleanSupplier cancelled) {
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// What the databases in a folder hold, a line each series: market, timeframe, candles, and the
    /// sum of all slots.
    ///
    /// @param of the copy, for messages
    /// @throws StorageException if something in it is damaged
    String manifest(Path folder, Path of) {
        List<String> lines = new ArrayList<>();
        lines.add("plumbline backup 1");
        Path market = folder.resolve(BackupFile.DATABASES.getFirst());
        try (H2Database database = H2Database.marketCopy(market)) {
            H2CandleRepository candles = new H2CandleRepository(database);
            for (SeriesInfo series : candles.list()) {
                progress.at("checking the copy of " + series.key(), 0, 0);
                requireSound(candles, series, of);
                lines.add(line(series, candles.sums(series.key())));
            }
        }
        Path journal = folder.resolve(BackupFile.DATABASES.get(1));
        if (Files.exists(journal)) {
            lines.add(BackupFile.AUDIT_LOG + entries(journal, of));
        }
        return String.join("\n", lines) + "\n";
    }

    private void requireSound(H2CandleRepository candles, SeriesInfo series, Path of) {
        for (Fault fault : candles.verify(series.key(), cancelled).faults()) {
            if (fault.kind() == Kind.DAMAGED || fault.kind() == Kind.NOTE) {
                throw new StorageException(
                        of
                                + " does not count: "
                                + series.key()
                                + " in it is damaged ("
                                + fault.text()
                                + "); run 'plumbline data verify', older backups are still there");
            }
        }
    }

    private static String line(SeriesInfo series, List<SlotSum> sums) {
        long sum = 0;
        for (SlotSum slot : sums) {
            sum = sum * 31 + slot.slot() * 7 + slot.candles() * 3L + slot.checksum();
        }
        return series.key() + " " + series.candles() + " " + Long.toHexString(sum);
    }

    private static long entries(Path journal, Path of) {
        try (H2Database database = H2Database.journalCopy(journal)) {
            AuditLog.Verdict verdict = new SqlAuditLog(database).verify();
            if (verdict.broken().isPresent()) {
                throw new StorageException(
                        of
                                + " does not count: entry "
                                + verdict.broken().get().number()
                                + " of the audit log in it is not as it was written");
            }
            return verdict.entries();
        }
    }
}
