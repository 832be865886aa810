package plumbline.engine.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Reads files of candles and stores them: all of them, or nothing.
///
/// Not thread-safe: one instance for one import. The calls block.
public final class CandleImport {
    private final MarketId market;
    private final @Nullable Timeframe stated;
    private final CandleFileFormat format;
    private final LayoutOptions options;
    private final long nowMs;
    private final Faults faults = new Faults();
    private final List<String> notes = new ArrayList<>();

    /// @param timeframe how long a candle is, empty to learn it from the rows
    /// @param format what the files are, or [CandleFileFormat#AUTO]
    /// @param options what the user says of the files
    /// @throws ImportOptions.OptionException if an option cannot be
    /// @param now rows that open later than a day after it are faults; candles that end later are
    ///   not finished
    public CandleImport(
            MarketId market,
            Optional<Timeframe> timeframe,
            CandleFileFormat format,
            ImportOptions options,
            Instant now) {
        this.market = market;
        this.stated = timeframe.orElse(null);
        this.format = format;
        this.options = options.layout();
        this.nowMs = now.toEpochMilli();
    }

    /// What was read.
    ///
    /// @param key of the series; its timeframe is that of the rows where none was said
    /// @param candles every row that can be used, oldest first
    /// @param asked the time that the files are about, oldest first: what of it they do not have,
    ///   their source does not have
    /// @param faults the first rows that cannot
    /// @param faultCount how many cannot
    /// @param usable whether the rows without a fault are worth having without the others; not if a
    ///   file is not what it seems
    /// @param notes what a user should know though it is no fault
    /// @param files how many were read
    /// @param source the format, for the store
    /// @param understood what the files were found to be
    public record Content(
            SeriesKey key,
            CandleSeries candles,
            List<TimeRange> asked,
            List<FileFault> faults,
            long faultCount,
            boolean usable,
            List<String> notes,
            int files,
            String source,
            List<Understanding> understood) {}

    /// Reads `paths`, folders with all that is in them.
    ///
    /// @param cancelled looked at between two files and within each
    /// @param filesDone told how many files were read so far
    /// @throws IOException if a file is not there or cannot be read
    /// @throws CancellationException if `cancelled` says so
    public Content read(List<Path> paths, BooleanSupplier cancelled, IntConsumer filesDone)
            throws IOException {
        List<Path> files = CandleFile.in(paths, notes);
        List<FileMerge.Part> parts = new ArrayList<>();
        Understood understood = new Understood();
        String source = format.code();
        int done = 0;
        Faults passedOver = new Faults();
        ReadingLimits limits = ReadingLimits.at(nowMs, cancelled);
        for (Path path : files) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(
                        "cancelled after " + done + " of " + files.size() + " files");
            }
            CandleFile file = new CandleFile(path, format, options, limits, stated, understood);
            List<FileMerge.Part> found = file.parts();
            source = file.source();
            if (found.isEmpty() && !paths.contains(path) && CandleFile.mayBeOther(path)) {
                passedOver.addAll(file.faults());
            } else {
                faults.addAll(file.faults());
            }
            found.forEach(part -> part.rows().sort());
            parts.addAll(found);
            filesDone.accept(++done);
        }
        if (parts.isEmpty() && faults.isEmpty() && !passedOver.isEmpty()) {
            faults.addAll(passedOver);
        } else {
            passedOver.first().forEach(fault -> notes.add(fault + "; it was passed over"));
        }
        if (files.isEmpty()) {
            paths.forEach(
                    path -> faults.refuse(new FileFault(path, 0, 0, "holds no candle files")));
        }
        notes.addAll(understood.notes());
        return content(parts, files.size(), source, understood.all());
    }

    private Content content(
            List<FileMerge.Part> parts, int files, String source, List<Understanding> understood) {
        Timeframe timeframe = timeframe(parts);
        List<FileMerge.Part> used = new ArrayList<>();
        for (FileMerge.Part part : parts) {
            if (Spacing.check(part.path(), part.rows(), timeframe, faults, notes)) {
                used.add(part);
            }
        }
        used.forEach(part -> OpenTimes.settle(part, timeframe, options.closes(), notes));
        List<TimeRange> asked = FileMerge.spans(used, timeframe);
        CandleSeries candles = finished(FileMerge.merge(used, faults, notes), timeframe);
        SeriesCheck.offGrid(candles, timeframe).ifPresent(notes::add);
        return new Content(
                new SeriesKey(market, timeframe),
                candles,
                asked,
                faults.first(),
                faults.count(),
                !faults.haveRefused() && faults.count() <= candles.size(),
                notes,
                files,
                source,
                understood);
    }

    private Timeframe timeframe(List<FileMerge.Part> parts) {
        if (stated != null) {
            return stated;
        }
        Optional<Timeframe> found = Spacing.timeframe(parts);
        if (found.isEmpty() && !parts.isEmpty()) {
            faults.refuse(new FileFault(parts.getFirst().path(), 0, 0, Spacing.unknown(parts)));
            parts.clear();
        }
        found.ifPresent(one -> notes.add("most rows are " + one + " apart: candles of " + one));
        return found.orElse(Timeframe.D1);
    }

    /// Leaves out the last candle if it is still being traded.
    private CandleSeries finished(CandleSeries candles, Timeframe timeframe) {
        int size = candles.size();
        long last = size == 0 ? 0 : candles.lastOpenMs();
        if (size == 0 || timeframe.next(last) <= nowMs) {
            return candles;
        }
        notes.add(
                "the last candle, of "
                        + Instant.ofEpochMilli(last)
                        + ", is not finished yet and was left out");
        return candles.slice(0, size - 1);
    }

    /// Stores what was read.
    public UpsertResult store(Content content, CandleRepository repository) {
        SeriesKey key = content.key();
        List<TimeRange> asked = content.asked();
        if (asked.isEmpty()) {
            return repository.upsert(key, content.candles(), content.source());
        }
        UpsertResult result =
                repository.upsert(key, content.candles(), asked.getFirst(), content.source());
        for (TimeRange more : asked.subList(1, asked.size())) {
            repository.upsert(key, CandleSeries.empty(), more, content.source());
        }
        return result;
    }
}
