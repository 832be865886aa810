package plumbline.ui.data;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.LastVerify;
import plumbline.engine.upkeep.StoreFacts;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The cards of the store, of its last check and of its backups.
///
/// Threads: FX thread.
final class UpkeepCards extends VBox {
    private static final Duration OLD = Duration.ofDays(2);

    private final DataViewModel model;
    private final SideCard store = new SideCard(Texts.of("data.store.title"));
    private final SideCard verify = new SideCard(Texts.of("data.verify.title"));
    private final SideCard backup = new SideCard(Texts.of("data.backup.title"));
    private final HBox works;

    /// @param restore asks which backup is to be restored
    UpkeepCards(DataViewModel model, DataActions actions, Runnable restore) {
        this.model = model;
        getStyleClass().add("side-cards");
        WorkButton backUp =
                new WorkButton(
                        "backup",
                        MaterialDesignA.ARCHIVE_ARROW_DOWN_OUTLINE,
                        model.lane(),
                        actions::backUp);
        backUp.button().getStyleClass().add("accent");
        works =
                new HBox(
                        8,
                        backUp,
                        new WorkButton(
                                "restore", MaterialDesignB.BACKUP_RESTORE, model.lane(), restore));
        store.setId("card-store");
        verify.setId("card-verify");
        backup.setId("card-backup");
        getChildren().setAll(store, verify, backup);
        model.upkeepProperty().subscribe(upkeep -> show(upkeep));
        model.upkeepProblemProperty().subscribe(this::failed);
        WhileShown.listen(
                this,
                () ->
                        model.tasks()
                                .every(
                                        Duration.ofMinutes(1),
                                        () -> show(model.upkeepProperty().get())));
    }

    private void failed(String problem) {
        if (!problem.isEmpty()) {
            store.clear();
            store.chip("bad", Texts.of("data.store.unknown"));
            store.note(problem, "problem");
        } else if (model.upkeepProperty().get() == null) {
            store.note(Texts.of("data.store.reading"), "muted");
        }
    }

    private void show(@Nullable Upkeep upkeep) {
        if (upkeep == null) {
            return;
        }
        showStore(upkeep.store());
        showVerify(upkeep.verify());
        Instant now = model.services().clock().instant();
        showBackups(upkeep.backups().map(all -> BackupPlan.until(now, all)).orElse(null));
    }

    private void showStore(StoreFacts facts) {
        store.clear();
        boolean whole = facts.warnings().isEmpty() && facts.lacking().isEmpty();
        store.chip(
                whole ? "ok" : "warn", Texts.of(whole ? "data.store.sound" : "data.store.lacking"));
        store.fact(Texts.of("data.store.kind"), facts.kind());
        store.fact(Texts.of("data.store.size"), size(facts.bytes()));
        store.fact(
                Texts.of("data.store.free"),
                facts.freeBytes() < 0 ? Numbers.NONE : size(facts.freeBytes()));
        store.fact(Texts.of("data.store.place"), ShownPath.of(facts.place()));
        facts.warnings().forEach(w -> store.note(w, "warn-text"));
        facts.lacking().forEach(l -> store.note(l, "muted"));
    }

    private void showVerify(@Nullable LastVerify last) {
        verify.clear();
        if (last == null) {
            verify.chip("info", Texts.of("data.verify.never"));
            verify.note(Texts.of("data.verify.never.detail"), "muted");
            return;
        }
        boolean sound = last.problems() == 0;
        boolean whole = sound && last.gaps() == 0;
        verify.chip(
                whole ? "ok" : sound ? "warn" : "bad",
                whole
                        ? Texts.of("data.verify.passed")
                        : sound
                                ? Texts.of("data.verify.withGaps")
                                : Texts.of("data.verify.notPassed"));
        verify.fact(
                Texts.of("data.verify.when"), UtcTimes.minute(last.at().toEpochMilli()) + " UTC");
        verify.fact(Texts.of("data.verify.what"), last.subject());
        verify.fact(Texts.of("data.verify.checked"), Numbers.fixed(last.candles(), 0));
        verify.fact(Texts.of("data.verify.blocks"), Numbers.fixed(last.blocks(), 0));
        verify.fact(Texts.of("data.verify.gaps"), Numbers.fixed(last.gaps(), 0));
        verify.fact(Texts.of("data.verify.found"), Numbers.fixed(last.problems(), 0))
                .getStyleClass()
                .add(sound ? "ok-text" : "bad-text");
    }

    private void showBackups(@Nullable List<Backup> all) {
        backup.clear();
        if (all == null) {
            backup.note(Texts.of("data.backup.server"), "muted");
            return;
        }
        if (all.isEmpty()) {
            backup.chip("warn", Texts.of("data.backup.none"));
            backup.note(Texts.of("data.backup.none.detail"), "muted");
        } else {
            age(all.getFirst().madeAt());
            backup.fact(
                    Texts.of("data.backup.last"),
                    UtcTimes.minute(all.getFirst().madeAt().toEpochMilli()) + " UTC");
            backup.fact(
                    Texts.of("data.backup.kept"),
                    all.size() + " · " + size(all.stream().mapToLong(Backup::bytes).sum()));
        }
        backup.fact(Texts.of("data.backup.folder"), folder(all));
        backup.add(works);
    }

    private String folder(List<Backup> all) {
        Path folder = all.isEmpty() ? null : all.getFirst().file().getParent();
        String given = model.services().backupFolder();
        return folder == null || !given.isEmpty() ? given : folder.toString();
    }

    private void age(Instant made) {
        long age = model.services().clock().millis() - made.toEpochMilli();
        boolean old = age > OLD.toMillis();
        backup.chip(old ? "warn" : "ok", Texts.of("data.backup.age", UtcTimes.age(age)));
        if (old) {
            backup.note(Texts.of("data.backup.old"), "warn-text");
        }
    }

    /// `1.21 GB`, `62 MB`, `980 kB`.
    static String size(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return Numbers.fixed(bytes / 1e9, 2) + " GB";
        }
        return bytes >= 1_000_000L
                ? Numbers.fixed(bytes / 1e6, 1) + " MB"
                : Numbers.fixed(Math.ceil(bytes / 1e3), 0) + " kB";
    }
}
