package plumbline.engine.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;

/// One file of candles: finds out what it is and reads its rows.
final class CandleFile {
    private static final List<String> ENDINGS =
            List.of(
                    ".csv",
                    ".csv.gz",
                    ".txt",
                    ".txt.gz",
                    ".tsv",
                    ".json",
                    ".json.gz",
                    ".zip",
                    ".parquet");

    private final Path path;
    private final CandleFileFormat format;
    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final Understood understood;
    private final Faults faults = new Faults();
    private String source = "";

    /// @param format what it is said to be
    /// @param timeframe what its rows are said to be, `null` if nothing was said
    /// @param understood where is put what its text was found to be
    CandleFile(
            Path path,
            CandleFileFormat format,
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe,
            Understood understood) {
        this.path = path;
        this.format = format;
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
        this.understood = understood;
    }

    /// The candle files in `paths`: files as they are, folders with all that is in them, by name.
    ///
    /// @param notes where it is noted what stands there without its file
    /// @throws NoSuchFileException if one is not there
    static List<Path> in(List<Path> paths, List<String> notes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> tree = Files.walk(path)) {
                    for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                        if (Checksum.is(file)) {
                            noteIfAlone(file, notes);
                        } else if (mayHoldCandles(file)) {
                            files.add(file);
                        }
                    }
                }
            } else if (Checksum.is(path) && Files.exists(path)) {
                noteIfAlone(path, notes);
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return files;
    }

    /// Whether a file of a folder may just as well be something else, as its name says.
    static boolean mayBeOther(Path path) {
        return Stream.of(".txt", ".txt.gz", ".json", ".json.gz").anyMatch(name(path)::endsWith);
    }

    private static void noteIfAlone(Path checksum, List<String> notes) {
        if (!Files.exists(Checksum.fileOf(checksum))) {
            notes.add(checksum + ": the file that it is the checksum of is not there");
        }
    }

    private static boolean mayHoldCandles(Path path) {
        String name = name(path);
        boolean known = ENDINGS.stream().anyMatch(name::endsWith);
        // LEAN keeps quotes and trades side by side; quotes are no candles of trades
        boolean quotes = name.endsWith("_quote.zip") || name.endsWith("_openinterest.zip");
        return known && !quotes && !Archive.isBeside(name);
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /// What could not be used, after [#parts].
    Faults faults() {
        return faults;
    }

    /// What its rows came from, for the store, after [#parts].
    String source() {
        return source;
    }

    /// The rows that can be used, in the order of the file; of an archive those of each of its
    /// files that is of the timeframe.
    ///
    /// @throws IOException if the file cannot be read at all
    List<FileMerge.Part> parts() throws IOException {
        FileFault damage = Checksum.fault(path);
        if (damage != null) {
            faults.refuse(damage);
            return List.of();
        }
        FileKind kind = FileKind.of(path);
        String wayOut = kind.wayOut();
        if (wayOut != null) {
            return refused(path, wayOut);
        }
        try {
            return switch (kind) {
                case PARQUET -> parquet();
                case ZIP -> archive();
                default ->
                        format == CandleFileFormat.PARQUET || name(path).endsWith(".parquet")
                                ? parquet()
                                : text();
            };
        } catch (EOFException e) {
            return refused(path, "cannot be unpacked: the file is cut off");
        } catch (ZipException e) {
            return refused(path, "cannot be unpacked: " + e.getMessage());
        }
    }

    /// Nothing of it is used.
    private List<FileMerge.Part> refused(Path place, String why) {
        faults.refuse(new FileFault(place, 0, 0, why));
        return List.of();
    }

    private List<FileMerge.Part> parquet() throws IOException {
        source = CandleFileFormat.PARQUET.code();
        ParquetReader reader = new ParquetReader(path, options, limits, timeframe, faults);
        CandleRows rows = reader.read();
        if (rows.size() > 0) {
            understood.add(path, reader.facts(), reader.text(), reader.notes().texts());
        }
        return part(path, rows, reader.times());
    }

    private List<FileMerge.Part> part(Path place, CandleRows rows) {
        return part(place, rows, understood.times(place, options.zone().orElse(ZoneOffset.UTC)));
    }

    private List<FileMerge.Part> part(Path place, CandleRows rows, FileMerge.Times times) {
        return rows.size() == 0 ? List.of() : List.of(new FileMerge.Part(place, path, rows, times));
    }

    private List<FileMerge.Part> text() throws IOException {
        if (name(path).endsWith(".zip") && Files.size(path) > 0) {
            return refused(path, "there is no file in this archive");
        }
        boolean packed = isPacked();
        try (InputStream in = open(packed)) {
            CandleRows rows = text(path, in, () -> open(packed), packed ? 0 : Files.size(path));
            return part(path, rows);
        }
    }

    private boolean isPacked() throws IOException {
        return name(path).endsWith(".gz") || FileKind.of(path) == FileKind.GZIP;
    }

    private InputStream open(boolean packed) throws IOException {
        InputStream in = Files.newInputStream(path);
        return packed ? new Inflated(new GZIPInputStream(in, 1 << 16), Files.size(path)) : in;
    }

    private CandleRows text(Path place, InputStream in, TextReader.Source again, long size)
            throws IOException {
        Faults own = new Faults();
        TextReader reader = new TextReader(place, options, limits, timeframe, own, understood);
        CandleRows rows = reader.read(in, again, size);
        source = understood.kind();
        faults.addAll(own);
        return rows;
    }

    private List<FileMerge.Part> archive() throws IOException {
        if (LeanZip.isOne(path, format)) {
            source = CandleFileFormat.LEAN.code();
            return part(
                    path,
                    new LeanZip(path, options.zone().orElse(ZoneOffset.UTC), limits, faults)
                            .read());
        }
        List<String> members = new ArrayList<>();
        try (Archive archive = new Archive(path)) {
            List<FileMerge.Part> only = List.of();
            while (archive.next()) {
                String disguise = archive.disguise();
                if (disguise != null) {
                    return refused(path, disguise);
                }
                members.add(archive.member());
                if (members.size() == 1 && options.member().isEmpty()) {
                    only = member(archive);
                }
            }
            if (members.isEmpty()) {
                return refused(path, "there is no file in this archive");
            }
            if (members.size() == 1 && options.member().isEmpty()) {
                return only;
            }
        }
        faults.clear();
        understood.forget(path);
        return new MemberChoice(members).read();
    }

    private List<FileMerge.Part> member(Archive archive) throws IOException {
        String member = archive.member();
        return part(
                archive.place(),
                text(archive.place(), archive.content(), () -> Archive.open(path, member), 0));
    }

    /// Which of several files of an archive is read: the one that the user names, or those whose
    /// rows are of the timeframe.
    private final class MemberChoice {
        private final List<String> members;

        /// Those whose rows are a timeframe apart: the one that is asked for, or the only one.
        private final Set<String> alike = new HashSet<>();

        MemberChoice(List<String> members) {
            this.members = members;
        }

        List<FileMerge.Part> read() throws IOException {
            List<FileMerge.Part> parts = new ArrayList<>();
            if (options.member().isEmpty()) {
                chooseAlike();
            }
            try (Archive archive = new Archive(path)) {
                while (archive.next()) {
                    if (isWanted(archive)) {
                        parts.addAll(member(archive));
                    }
                }
            }
            if (parts.isEmpty() && faults.isEmpty()) {
                return refused(path, "the archive has several files: " + list() + noneFits());
            }
            return parts;
        }

        private void chooseAlike() throws IOException {
            Map<Long, Set<String>> bySteps = new HashMap<>();
            try (Archive archive = new Archive(path)) {
                while (archive.next()) {
                    TextReader reader =
                            new TextReader(
                                    archive.place(),
                                    options,
                                    limits,
                                    timeframe,
                                    faults,
                                    understood);
                    long step = reader.step(archive.content());
                    if (step > 0) {
                        bySteps.computeIfAbsent(step, k -> new HashSet<>()).add(archive.member());
                    }
                }
            }
            if (timeframe != null) {
                alike.addAll(bySteps.getOrDefault(timeframe.millis(), Set.of()));
            } else if (bySteps.size() == 1) {
                bySteps.values().forEach(alike::addAll);
            }
        }

        private boolean isWanted(Archive archive) {
            return options.member().isPresent()
                    ? archive.is(options.member().get())
                    : alike.contains(archive.member());
        }

        private String noneFits() {
            return options.member().isPresent()
                    ? "; none is called '" + options.member().get() + "'"
                    : timeframe == null
                            ? "; say which with --member, or give --timeframe"
                            : "; say which with --member";
        }

        private String list() {
            String all = String.join(", ", members.subList(0, Math.min(members.size(), 20)));
            return members.size() > 20 ? all + ", … (" + members.size() + ")" : all;
        }
    }
}
