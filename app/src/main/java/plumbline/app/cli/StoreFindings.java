package plumbline.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.app.OpenHome;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.AuditLog.Verdict;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.StoreFacts;

/// What `doctor` finds in an open store.
final class StoreFindings {
    private static final Duration OLD = Duration.ofDays(7);

    private final OpenHome home;
    private final Instant now;

    StoreFindings(OpenHome home, Instant now) {
        this.home = home;
        this.now = now;
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

    Finding backups() {
        Optional<Backups> backups = home.backups();
        if (backups.isEmpty()) {
            return Finding.ok("backups", "made by whoever runs the server");
        }
        Optional<Backup> newest;
        try {
            newest = backups.get().list().stream().findFirst();
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

    Finding audit() {
        Verdict verdict = home.audit().verify();
        String text = AuditVerifyCommand.text(verdict);
        return verdict.broken().isEmpty()
                ? Finding.ok("audit log", text)
                : Finding.fault("audit log", text);
    }
}
