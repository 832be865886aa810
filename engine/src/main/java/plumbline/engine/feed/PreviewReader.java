package plumbline.engine.feed;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.parquet.ParquetException;
import plumbline.engine.feed.parquet.ParquetTable;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Finds out what a file is for a preview: opens what it is packed in and hands the text to
/// [TextPreview].
final class PreviewReader {
    /// Packed files of so many bytes are read in well under a second.
    private static final long MOST_PACKED = 8 << 20;

    private final CandleFileFormat format;
    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;

    /// @param timeframe what the rows are said to be, `null` if nothing was said
    PreviewReader(
            CandleFileFormat format,
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe) {
        this.format = format;
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
    }

    /// The preview of the first candle file in `paths`.
    ImportPreview first(List<Path> paths) {
        Path at = paths.getFirst();
        try {
            List<Path> files = CandleFile.in(paths, new ArrayList<>());
            if (files.isEmpty()) {
                return new PreviewBuilder(at).refused("holds no candle files");
            }
            at = files.getFirst();
            return of(at);
        } catch (NoSuchFileException e) {
            return new PreviewBuilder(at).refused("there is no file " + e.getFile());
        } catch (AccessDeniedException e) {
            return new PreviewBuilder(at).refused("may not be read: " + e.getFile());
        } catch (EOFException e) {
            return new PreviewBuilder(at).refused("cannot be unpacked: the file is cut off");
        } catch (ZipException e) {
            return new PreviewBuilder(at).refused("cannot be unpacked: " + ErrorText.of(e));
        } catch (IOException e) {
            return new PreviewBuilder(at).refused("cannot be read: " + ErrorText.of(e));
        }
    }

    private ImportPreview of(Path file) throws IOException {
        PreviewBuilder preview = new PreviewBuilder(file);
        if (!Files.isRegularFile(file)) {
            return preview.refused("this is not a file");
        }
        FileKind kind = FileKind.of(file);
        String wayOut = kind.wayOut();
        if (wayOut != null) {
            return preview.refused(wayOut);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean isParquet = format == CandleFileFormat.PARQUET || name.endsWith(".parquet");
        if (kind == FileKind.PARQUET || isParquet && kind != FileKind.ZIP) {
            return parquet(file, preview);
        }
        if (kind == FileKind.ZIP) {
            if (LeanZip.isOne(file, format)) {
                return lean(file, preview);
            }
            return new ArchivePreview(file, options, limits, timeframe).read(preview);
        }
        if (name.endsWith(".zip") && Files.size(file) > 0) {
            return preview.refused("there is no file in this archive");
        }
        return text(file, kind == FileKind.GZIP || name.endsWith(".gz"), preview);
    }

    private ImportPreview text(Path file, boolean packed, PreviewBuilder preview)
            throws IOException {
        try (var bytes = Files.newInputStream(file);
                var in = packed ? new GZIPInputStream(bytes) : bytes) {
            new TextPreview(options, limits, timeframe, preview).read(in);
            return preview.done();
        }
    }

    private ImportPreview lean(Path file, PreviewBuilder preview) throws IOException {
        preview.kind = CandleFileFormat.LEAN.code();
        if (Files.size(file) <= MOST_PACKED) {
            ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
            Faults faults = new Faults();
            CandleRows rows = new LeanZip(file, zone, limits, faults).read();
            show(file, rows, FileMerge.Times.in(zone), faults, preview);
        }
        return preview.done();
    }

    /// What the end of the file says of its columns. The rows only of a file that is read in no
    /// time: their pages cannot be read from the start only.
    private ImportPreview parquet(Path file, PreviewBuilder preview) throws IOException {
        preview.kind = CandleFileFormat.PARQUET.code();
        try (ParquetTable table = ParquetTable.open(file)) {
            preview.titles = table.names();
            preview.facts.put("rows", String.valueOf(table.totalRows()));
            CandleColumns columns =
                    options.columns().isPresent()
                            ? CandleColumns.of(options.columns().get().toArray(String[]::new))
                            : CandleColumns.of(table.names(), "the file", false);
            if (columns == null) {
                return preview.refused(
                        "expected columns time, open, high, low, close and volume; which is what can be"
                                + " said with --columns");
            }
            preview.roles(columns, table.names().size());
        } catch (ParquetException | CandleColumns.ColumnsException e) {
            return preview.refused(ErrorText.of(e));
        }
        if (Files.size(file) <= MOST_PACKED) {
            Faults faults = new Faults();
            ParquetReader reader = new ParquetReader(file, options, limits, timeframe, faults);
            CandleRows rows = reader.read();
            show(file, rows, reader.times(), faults, preview);
        }
        return preview.done();
    }

    private void show(
            Path file,
            CandleRows rows,
            FileMerge.Times times,
            Faults faults,
            PreviewBuilder preview) {
        if (faults.haveRefused() || rows.size() == 0) {
            preview.problem =
                    faults.isEmpty() ? "the file has no rows" : faults.first().getFirst().message();
            return;
        }
        rows.sort();
        FileMerge.Part part = new FileMerge.Part(file, file, rows, times);
        Optional<Timeframe> told = Spacing.timeframe(List.of(part));
        preview.told(told);
        Optional.ofNullable(timeframe)
                .or(() -> told)
                .ifPresent(used -> preview.settleTimes(part, used, options.closes()));
        for (int i = 0; i < Math.min(rows.size(), PreviewBuilder.ROWS); i++) {
            preview.rows.add(
                    new ImportPreview.Row(
                            rows.line(i),
                            List.of(),
                            Optional.of(PreviewBuilder.candle(rows, i)),
                            ""));
        }
    }
}
