package plumbline.ui.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleExport;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.CandleImport.Content;
import plumbline.engine.feed.ExportFormat;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.DataCheck.Checked;
import plumbline.engine.upkeep.LastVerify;
import plumbline.ui.control.Notices;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.job.JobContext;
import plumbline.ui.job.JobLane;
import plumbline.ui.job.JobPlan;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The works that the page can be told to do. Each is a job, says how it ended, and leaves an entry
/// in the log.
///
/// Threads: FX thread; the work itself is done in the background.
public final class DataActions {
    private static final double MB = 1e6;

    private final DataViewModel model;
    private final DataServices services;
    private final JobLane lane;
    private final Notices notices;

    public DataActions(DataViewModel model, Notices notices) {
        this.model = model;
        this.services = model.services();
        this.lane = model.lane();
        this.notices = notices;
    }

    /// Where its works go on, one at a time.
    JobLane lane() {
        return lane;
    }

    /// The clock's time.
    Instant now() {
        return services.clock().instant();
    }

    /// What is quickly found out in the background.
    FxTasks tasks() {
        return model.tasks();
    }

    /// Verifies every series.
    public void verifyAll() {
        verify(Texts.of("data.verify.all"), null);
    }

    /// Verifies one series.
    void verify(SeriesRow row) {
        verify(Texts.of("data.verify.one", row.key()), row.key());
    }

    private void verify(String title, @Nullable SeriesKey only) {
        lane.start(
                JobPlan.of(
                                title,
                                job -> {
                                    List<SeriesInfo> series =
                                            services.candles().list().stream()
                                                    .filter(s ->
                                                            only == null || s.key().equals(only))
                                                    .toList();
                                    return services.check()
                                            .verify(series, job.progress(), job.cancelled());
                                })
                        .counting(Texts.of("data.job.candles"))
                        .saying(DataActions::said)
                        .then(this::verified)
                        .otherwise(failure -> failed("data.verify.failed", failure)));
    }

    private static String said(List<Checked> checked) {
        long problems = LastVerify.problems(checked);
        return problems == 0
                ? wasRead(checked)
                : Texts.of("data.verify.problems", whole(problems)) + ". " + wasRead(checked);
    }

    private static String wasRead(List<Checked> checked) {
        long candles = checked.stream().mapToLong(c -> c.verdict().candles()).sum();
        return Texts.of("data.verify.read", whole(candles), whole(LastVerify.gaps(checked)));
    }

    private void verified(List<Checked> checked) {
        model.changed();
        long problems = LastVerify.problems(checked);
        if (problems == 0) {
            notices.done(Texts.of("data.verify.sound"), wasRead(checked), List.of());
        } else {
            notices.warned(
                    Texts.of("data.verify.problems", whole(problems)),
                    Texts.of("data.verify.problems.detail"),
                    List.of());
        }
    }

    /// Puts aside what is damaged in a series and checks it again.
    void repair(SeriesRow row) {
        SeriesKey key = row.key();
        lane.start(
                JobPlan.of(
                                Texts.of("data.repair.job", key),
                                job -> {
                                    List<TimeRange> aside =
                                            services.check().repair(key, () -> false);
                                    services.audit().add("repair", key.toString(), repaired(aside));
                                    return aside;
                                })
                        .saying(DataActions::repaired)
                        .then(this::wasRepaired)
                        .otherwise(failure -> failed("data.repair.failed", failure)));
    }

    private void wasRepaired(List<TimeRange> aside) {
        model.candlesChanged();
        notices.done(
                Texts.of(aside.isEmpty() ? "data.repair.none" : "data.repair.done"),
                repaired(aside),
                List.of());
    }

    private static String repaired(List<TimeRange> aside) {
        List<String> times = new ArrayList<>();
        for (TimeRange range : aside) {
            times.add(UtcTimes.minute(range.fromMs()) + " to " + UtcTimes.minute(range.toMs()));
        }
        return aside.isEmpty()
                ? "nothing was damaged, nothing was put aside"
                : "put aside: " + String.join(", ", times);
    }

    /// Notes of gaps that the source has nothing for them, or takes that back.
    ///
    /// @param gaps of one series, at least one
    /// @param confirmed whether it has nothing
    void mark(List<DataIssue> gaps, boolean confirmed) {
        SeriesKey key = gaps.getFirst().key();
        lane.start(
                JobPlan.of(
                                Texts.of(confirmed ? "data.confirm.job" : "data.reopen.job", key),
                                job -> marked(gaps, confirmed))
                        .saying(count -> Texts.of("data.confirm.count", whole(count)))
                        .then(count -> {
                            model.changed();
                            notices.done(
                                    Texts.of(confirmed ? "data.confirm.done" : "data.reopen.done"),
                                    Texts.of("data.confirm.count", whole(count)) + ", " + key,
                                    List.of());
                        })
                        .otherwise(failure -> failed("data.confirm.failed", failure)));
    }

    private int marked(List<DataIssue> gaps, boolean confirmed) {
        DataCheck check = services.check();
        int count = 0;
        for (DataIssue gap : gaps) {
            TimeRange time = new TimeRange(gap.fault().fromMs(), gap.fault().toMs());
            count += confirmed ? check.confirm(gap.key(), time) : check.reopen(gap.key(), time);
        }
        return count;
    }

    /// Writes a series into a file.
    public void export(SeriesKey key, Path file) {
        lane.start(
                JobPlan.of(Texts.of("data.export.job", key), job -> written(job, key, file))
                        .counting(Texts.of("data.job.candles"))
                        .saying(count ->
                                Texts.of("data.export.done", whole(count))
                                        + ": "
                                        + ShownPath.of(file))
                        .then(count ->
                                notices.done(
                                        Texts.of("data.export.done", whole(count)),
                                        file.toString(),
                                        List.of()))
                        .otherwise(failure -> failed("data.export.failed", failure)));
    }

    private long written(JobContext job, SeriesKey key, Path file) throws IOException {
        CandleRepository repository = services.candles();
        long all = repository.info(key).map(SeriesInfo::candles).orElse(0L);
        return CandleExport.write(
                sink -> repository.stream(key, TimeRange.ALL, sink, job.cancelled()),
                file,
                ExportFormat.of(file),
                done -> job.progress().at(Texts.of("data.export.writing", key), done, all),
                job.cancelled());
    }

    /// Reads files of candles and stores nothing yet.
    ///
    /// @return whether it was begun; another work may be going on
    boolean read(ImportForm form, Consumer<Content> done, Consumer<Throwable> failed) {
        List<Path> files = form.paths();
        CandleImport reader = form.reader();
        return lane.start(
                JobPlan.of(
                                Texts.of("data.import.reading", form.series()),
                                job ->
                                        reader.read(
                                                files,
                                                job.cancelled(),
                                                n ->
                                                        job.progress()
                                                                .at(
                                                                        Texts.of(
                                                                                "data.import.files",
                                                                                n),
                                                                        n,
                                                                        0)))
                        .counting(Texts.of("data.job.files"))
                        .then(done)
                        .otherwise(failed));
    }

    /// Stores what was read.
    ///
    /// @return whether it was begun; another work may be going on
    boolean store(ImportForm form, Content content, Consumer<Throwable> failed) {
        SeriesKey key = content.key();
        CandleImport reader = form.reader();
        String from =
                form.paths().stream().map(Path::toString).reduce((a, b) -> a + ", " + b).orElse("");
        return lane.start(
                JobPlan.of(
                                Texts.of("data.import.storing", key),
                                job -> {
                                    job.stopIfCancelled("cancelled; nothing was imported");
                                    int count = content.candles().size();
                                    job.progress()
                                            .at(Texts.of("data.import.rows", whole(count)), 0, 0);
                                    UpsertResult result = reader.store(content, services.candles());
                                    services.audit()
                                            .add("import", key.toString(), imported(content, from));
                                    return result;
                                })
                        .saying(result -> stored(content, result))
                        .then(result -> {
                            model.candlesChanged();
                            form.finished();
                            notices.done(
                                    Texts.of(
                                            "data.import.done",
                                            whole(content.candles().size()),
                                            key),
                                    stored(content, result),
                                    List.of());
                        })
                        .otherwise(failed));
    }

    private static String stored(Content content, UpsertResult result) {
        return Texts.of(
                "data.import.result",
                whole(result.inserted()),
                whole(result.updated()),
                whole(result.unchanged()),
                whole(content.faultCount()));
    }

    private static String imported(Content content, String from) {
        CandleSeries candles = content.candles();
        return candles.size()
                + " candles from "
                + UtcTimes.minute(candles.firstOpenMs())
                + " to "
                + UtcTimes.minute(candles.lastOpenMs())
                + " from "
                + from;
    }

    /// Makes a backup.
    public void backUp() {
        BackupDuty duty = services.backups().orElse(null);
        if (duty == null) {
            return;
        }
        lane.start(
                JobPlan.of(
                                Texts.of("data.backup.job"),
                                job -> duty.make(job.progress(), job.cancelled()))
                        .saying(DataActions::made)
                        .then(made -> {
                            model.readUpkeep();
                            notices.done(Texts.of("data.backup.done"), made(made), List.of());
                        })
                        .otherwise(failure -> failed("data.backup.failed", failure)));
    }

    private static String made(Backup made) {
        return Texts.of(
                "data.backup.detail",
                made.file().getFileName(),
                Numbers.fixed(made.bytes() / MB, 1));
    }

    private void failed(String title, Throwable failure) {
        model.changed();
        if (failure instanceof CancellationException) {
            notices.done(Texts.of("data.cancelled"), ErrorText.of(failure), List.of());
        } else {
            notices.failed(Texts.of(title), failure);
        }
    }

    private static String whole(long count) {
        return Numbers.fixed(count, 0);
    }
}
