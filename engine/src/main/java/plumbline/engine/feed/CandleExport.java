package plumbline.engine.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import plumbline.engine.feed.parquet.ParquetWriter;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.market.CandleSeries;

/// Writes candles to a file, as CSV or Parquet. Both hold every number with all that it takes to
/// read the same number back.
///
/// Holds one block of its source and 12 MiB at a time, however many candles there are. The file is
/// there whole or not at all.
public final class CandleExport {
    /// So often it is asked whether to go on, in candles.
    private static final int STEP = 1 << 16;

    private CandleExport() {}

    /// Writes everything that `source` has, in the format that the file's name asks for.
    ///
    /// @throws IOException if the file cannot be written; what was there before is still there
    /// @throws IllegalArgumentException if the file's name asks for no known format
    public static void write(CandleSeries source, Path file) throws IOException {
        write(CandleBlocks.of(source), file, ExportFormat.of(file), _ -> {}, () -> false);
    }

    /// Writes everything that `source` has.
    ///
    /// @param candlesDone told how many candles are written so far
    /// @param cancelled asked every few milliseconds
    /// @return how many candles that were
    /// @throws IOException if the file cannot be written; what was there before is still there
    /// @throws CancellationException if `cancelled` says so; no part of the file is left
    /// @throws IllegalArgumentException if the blocks are not in order of time
    public static long write(
            CandleBlocks source,
            Path file,
            ExportFormat format,
            LongConsumer candlesDone,
            BooleanSupplier cancelled)
            throws IOException {
        Progress progress = new Progress(candlesDone, cancelled);
        AtomicFile.write(
                file,
                out -> {
                    try (OutputStream stream =
                            format == ExportFormat.CSV_GZ ? new GZIPOutputStream(out) : out) {
                        CandleWriter writer = writer(format, stream);
                        source.forEach(block -> add(block, writer, progress));
                        writer.finish();
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                });
        return progress.done;
    }

    private static CandleWriter writer(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV, CSV_GZ -> new CsvWriter(out);
            case PARQUET -> new ParquetCandles(new ParquetWriter(out, createdBy()));
        };
    }

    private static String createdBy() {
        ModuleDescriptor module = CandleExport.class.getModule().getDescriptor();
        String version = module == null ? "" : module.rawVersion().orElse("");
        return "plumbline version " + (version.isEmpty() ? "unknown" : version);
    }

    private static void add(CandleSeries block, CandleWriter writer, Progress progress) {
        if (!block.isEmpty() && block.firstOpenMs() <= progress.lastMs) {
            throw new IllegalArgumentException(
                    "candles must come in order of time, "
                            + block.firstOpenMs()
                            + " came after "
                            + progress.lastMs);
        }
        for (int from = 0; from < block.size(); from += STEP) {
            int to = Math.min(from + STEP, block.size());
            progress.check();
            try {
                writer.add(block, from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // taken out again above
            }
            progress.add(to - from, block.openTime()[to - 1]);
        }
    }

    private record ParquetCandles(ParquetWriter out) implements CandleWriter {
        @Override
        public void add(CandleSeries block, int from, int to) throws IOException {
            out.add(block, from, to);
        }

        @Override
        public void finish() throws IOException {
            out.finish();
        }
    }

    /// How far it is.
    private static final class Progress {
        private final LongConsumer candlesDone;
        private final BooleanSupplier cancelled;
        private long done;
        private long lastMs = Long.MIN_VALUE;

        Progress(LongConsumer candlesDone, BooleanSupplier cancelled) {
            this.candlesDone = candlesDone;
            this.cancelled = cancelled;
        }

        void check() {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(
                        "cancelled after " + done + " candles; no file was written");
            }
        }

        void add(int candles, long newLastMs) {
            done += candles;
            lastMs = newLastMs;
            candlesDone.accept(done);
        }
    }
}
