package plumbline.engine.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Reads files of candles and stores them: all of them, or nothing.
///
/// Not thread-safe: one instance for one import. The calls block.
public final class CandleImport {
    private final SeriesKey key;
    private final CandleFileFormat format;
    private final ZoneId zone;
    private final long nowMs;
    private final Faults faults = new Faults();
    private final List<String> notes = new ArrayList<>();

    /// @param format what the files are, or [CandleFileFormat#AUTO]
    /// @param zone of times in the files that name none
    /// @param now rows that open later than a day after it are faults
    public CandleImport(SeriesKey key, CandleFileFormat format, ZoneId zone, Instant now) {
        this.key = key;
        this.format = format;
        this.zone = zone;
        this.nowMs = now.toEpochMilli();
    }

    /// What was read.
    ///
    /// @param candles every row that can be used, oldest first
    /// @param asked the time that the files are about, oldest first: what of it they do not have,
    ///   their source does not have
    /// @param faults the first rows that cannot
    /// @param faultCount how many cannot
    /// @param notes what a user should know though it is no fault
    /// @param files how many were read
    /// @param source the format, for the store
    public record Content(
            CandleSeries candles,
            List<TimeRange> asked,
            List<FileFault> faults,
            long faultCount,
            List<String> notes,
            int files,
            String source) {}

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
        String source = format.code();
        int done = 0;
        ReadingLimits limits = ReadingLimits.at(nowMs, cancelled);
        for (Path path : files) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(
                        "cancelled after " + done + " of " + files.size() + " files");
            }
            CandleFile file = new CandleFile(path, format, zone, limits);
            CandleRows rows = file.read();
            source = file.format().code();
            faults.addAll(file.faults());
            rows.sort();
            if (isSpaced(path, rows) && rows.size() > 0) {
                parts.add(new FileMerge.Part(path, rows));
            }
            filesDone.accept(++done);
        }
        if (files.isEmpty()) {
            paths.forEach(path -> faults.add(new FileFault(path, 0, 0, "holds no candle files")));
        }
        CandleSeries candles = new FileMerge(faults).merge(parts);
        noteOffGrid(candles);
        List<TimeRange> asked = FileMerge.spans(parts, key.timeframe());
        return new Content(
                candles, asked, faults.first(), faults.count(), notes, files.size(), source);
    }

    /// Stores what was read.
    public UpsertResult store(Content content, CandleRepository repository) {
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

    /// Candles that open at no time at which a candle of the timeframe should.
    private void noteOffGrid(CandleSeries candles) {
        long[] time = candles.openTime();
        int off = 0;
        int first = -1;
        for (int i = 0; i < time.length; i++) {
            if (key.timeframe().openOf(time[i]) != time[i]) {
                first = off++ == 0 ? i : first;
            }
        }
        if (off > 0) {
            notes.add(
                    off
                            + (off == 1 ? " candle opens" : " candles open")
                            + " off the "
                            + key.timeframe()
                            + " grid, the first at "
                            + Instant.ofEpochMilli(time[first])
                            + "; data verify lists them as misaligned. Is the time zone right?");
        }
    }

    /// Rows closer together than a candle is long are rows of another timeframe; none is used then,
    /// whether or not faults are skipped.
    private boolean isSpaced(Path path, CandleRows rows) {
        long expected =
                key.timeframe() == Timeframe.MONTH1
                        ? Duration.ofDays(28).toMillis()
                        : key.timeframe().millis();
        int tooClose = 0;
        int firstAt = -1;
        long least = Long.MAX_VALUE;
        for (int i = 1; i < rows.size(); i++) {
            long step = rows.time(i) - rows.time(i - 1);
            if (step > 0 && step < expected) {
                tooClose++;
                firstAt = firstAt < 0 ? i : firstAt;
            }
            least = step > 0 ? Math.min(least, step) : least;
        }
        if (tooClose > 0) {
            String message =
                    tooClose
                            + (tooClose == 1 ? " row comes" : " rows come")
                            + " less than "
                            + key.timeframe()
                            + " after the row before, the first here";
            faults.add(new FileFault(path, rows.line(firstAt), 0, message + isItRight()));
            return false;
        }
        if (rows.size() > 2 && least < Long.MAX_VALUE && key.timeframe().next(0) * 2 <= least) {
            long minutes = Duration.ofMillis(least).toMinutes();
            notes.add(path + ": no two rows are closer than " + minutes + " minutes" + isItRight());
        }
        return true;
    }

    private String isItRight() {
        return "; is --timeframe " + key.timeframe() + " right?";
    }
}
