package plumbline.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.AuditLog.Verdict;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.storage.Stores;

/// What `doctor` finds in an open store.
final class StoreFindings {
    private static final Duration OLD = Duration.ofDays(7);

    private final OpenHome home;

    StoreFindings(OpenHome home) {
        this.home = home;
    }

    /// What the store is, what it lacks, what was found when it was opened.
    List<Finding> store() {
        List<Finding> findings = new ArrayList<>();
        StoreFacts facts = home.facts();
        List<SeriesInfo> series = home.candles().list();
        long candles = series.stream().mapToLong(SeriesInfo::candles).sum();
        findings.add(
                Finding.ok(
                        "store",
                        facts.kind()
                                + ", "
                                + facts.place()
                                + ", "
                                + Counts.bytes(facts.bytes())
                                + "; "
                                + Counts.of(series.size(), "series", "series")
                                + ", "
                                + Counts.of(candles, "candle")));
        facts.lacking().forEach(text -> findings.add(Finding.lacking("store", text)));
        facts.warnings()
                .forEach(text ->
                        findings.add(
                                Finding.fault(
                                        "store",
                                        text
                                                + "; 'plumbline data verify' tells what is"
                                                + " damaged")));
        home.recovery().ifPresent(done -> findings.add(Finding.fault("store", done.text())));
        return findings;
    }

    /// The backups of a home, whether or not its store opens.
    static Finding backups(Home home, Instant now) {
        if (!home.store().isHome()) {
            return Finding.ok("backups", "made by whoever runs the server");
        }
        Optional<Backup> newest;
        try {
            newest = BackupPlan.until(now, Stores.backups(home.folder())).stream().findFirst();
        } catch (StorageException e) {
            return Finding.fault("backups", ErrorText.of(e));
        }
        if (newest.isEmpty()) {
            return Finding.lacking("backups", "there is none; make one: plumbline data backup");
        }
        Duration age = Duration.between(newest.get().madeAt(), now);
        String text =
                "the newest is "
                        + Numbers.duration(Math.max(0, age.toMillis()))
                        + " old: "
                        + newest.get().file();
        return age.compareTo(OLD) > 0
                ? Finding.lacking("backups", text + "; make a new one: plumbline data backup")
                : Finding.ok("backups", text);
    }

    static Finding audit(Supplier<Verdict> verification) {
        Verdict verdict;
        try {
            verdict = verification.get();
        } catch (StorageException e) {
            return Finding.fault("audit log", ErrorText.of(e));
        }
        String text = AuditVerifyCommand.text(verdict);
        return verdict.broken().isEmpty()
                ? Finding.ok("audit log", text)
                : Finding.fault("audit log", text);
    }
}
