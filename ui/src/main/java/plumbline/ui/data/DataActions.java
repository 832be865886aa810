package plumbline.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleExport;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.CandleImport.Content;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.DataCheck.Checked;
import plumbline.engine.upkeep.LastVerify;
import plumbline.engine.upkeep.Progress;
import plumbline.ui.control.Notices;
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
    private final Jobs jobs;
    private final Notices notices;

    public DataActions(DataViewModel model, Notices notices) {
        this.model = model;
        this.services = model.services();
        this.jobs = model.jobs();
        this.notices = notices;
    }

    /// The clock's time.
    Instant now() {
        return services.clock().instant();
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
        jobs.start(
                title,
                (progress, cancelled) -> {
                    List<SeriesInfo> series =
                            services.candles().list().stream()
                                    .filter(s -> only == null || s.key().equals(only))
                                    .toList();
                    return services.check().verify(series, progress, cancelled);
                },
                this::verified,
                failure -> failed("data.verify.failed", failure));
    }

    private void verified(List<Checked> checked) {
        model.changed();
        long problems = LastVerify.problems(checked);
        long candles = checked.stream().mapToLong(c -> c.verdict().candles()).sum();
        String detail =
                Texts.of("data.verify.read", whole(candles), whole(LastVerify.gaps(checked)));
        if (problems == 0) {
            notices.done(Texts.of("data.verify.sound"), detail, List.of());
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
        jobs.start(
                Texts.of("data.repair.job", key),
                (progress, cancelled) -> {
                    List<TimeRange> aside = services.check().repair(key, () -> false);
                    services.audit().add("repair", key.toString(), repaired(aside));
                    return aside;
                },
                aside -> {
                    model.candlesChanged();
                    notices.done(
                            Texts.of(aside.isEmpty() ? "data.repair.none" : "data.repair.done"),
                            repaired(aside),
                            List.of());
                },
                failure -> failed("data.repair.failed", failure));
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

    /// Writes a series into a file.
    public void export(SeriesKey key, Path file) {
        jobs.start(
                Texts.of("data.export.job", key),
                (progress, cancelled) -> {
                    CandleSeries candles = candles(key, progress, cancelled);
                    progress.at("writing " + file.getFileName(), candles.size(), candles.size());
                    CandleExport.write(candles, file);
                    return candles.size();
                },
                count ->
                        notices.done(
                                Texts.of("data.export.done", whole(count)),
                                file.toString(),
                                List.of()),
                failure -> failed("data.export.failed", failure));
    }

    private CandleSeries candles(SeriesKey key, Progress progress, BooleanSupplier cancelled) {
        CandleRepository repository = services.candles();
        long all = repository.info(key).map(SeriesInfo::candles).orElse(0L);
        CandleSeries.Builder builder = CandleSeries.builder((int) Math.min(all, 1 << 24));
        repository.stream(
                key,
                TimeRange.ALL,
                block -> {
                    for (int i = 0; i < block.size(); i++) {
                        builder.add(block, i);
                    }
                    progress.at("reading " + key, builder.size(), all);
                },
                cancelled);
        return builder.build();
    }

    /// Reads files of candles and stores nothing yet.
    ///
    /// @return whether it was begun; another work may be going on
    boolean read(ImportForm form, Consumer<Content> done, Consumer<Throwable> failed) {
        List<Path> files = form.paths();
        SeriesKey key = form.key();
        return jobs.start(
                Texts.of("data.import.reading", key),
                (progress, cancelled) ->
                        form.reader()
                                .read(
                                        files,
                                        cancelled,
                                        n -> progress.at(Texts.of("data.import.files", n), n, 0)),
                done,
                failed);
    }

    /// Stores what was read.
    ///
    /// @return whether it was begun; another work may be going on
    boolean store(ImportForm form, Content content, Consumer<Throwable> failed) {
        SeriesKey key = form.key();
        CandleImport reader = form.reader();
        String from =
                form.paths().stream().map(Path::toString).reduce((a, b) -> a + ", " + b).orElse("");
        return jobs.start(
                Texts.of("data.import.storing", key),
                (progress, cancelled) -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("cancelled; nothing was imported");
                    }
                    int count = content.candles().size();
                    progress.at(Texts.of("data.import.rows", whole(count)), 0, 0);
                    UpsertResult result = reader.store(content, services.candles());
                    services.audit().add("import", key.toString(), imported(content, from));
                    return result;
                },
                result -> {
                    model.candlesChanged();
                    form.finished();
                    notices.done(
                            Texts.of("data.import.done", whole(content.candles().size()), key),
                            Texts.of(
                                    "data.import.result",
                                    whole(result.inserted()),
                                    whole(result.updated()),
                                    whole(result.unchanged()),
                                    whole(content.faultCount())),
                            List.of());
                },
                failed);
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
        jobs.start(
                Texts.of("data.backup.job"),
                duty::make,
                made -> {
                    model.readUpkeep();
                    notices.done(
                            Texts.of("data.backup.done"),
                            Texts.of(
                                    "data.backup.detail",
                                    made.file().getFileName(),
                                    Numbers.fixed(made.bytes() / MB, 1)),
                            List.of());
                },
                failure -> failed("data.backup.failed", failure));
    }

    private void failed(String title, Throwable failure) {
        model.changed();
        if (failure instanceof CancellationException) {
            notices.done(Texts.of("data.cancelled"), ErrorText.of(failure), List.of());
        } else {
            notices.failed(Texts.of(title), ErrorText.of(failure));
        }
    }

    private static String whole(long count) {
        return Numbers.fixed(count, 0);
    }
}
