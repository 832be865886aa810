package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Thousands of damaged files: each is read, or named as what it is, within two seconds; and no
/// candle comes out of one that a plain reading of the same text does not have.
///
/// `-Dplumbline.mutations=100000` looks at more of them, `-Dplumbline.mutation=4711` at one.
class MutatedFilesTest {
    private static final int USUAL = 4000;
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Given.NOW.toEpochMilli() + 86_400_000L;

    private static final long DAY = 86_400_000L;

    @TempDir private Path folder;

    /// @param name ends as the file's does
    private record Seed(String name, byte[] content) {}

    @Test
    void noneIsReadWrongly() throws IOException {
        List<Seed> seeds = seeds();
        Long only = Long.getLong("plumbline.mutation");
        long from = only == null ? Long.getLong("plumbline.mutations.from", 0) : only;
        long count = only == null ? Integer.getInteger("plumbline.mutations", USUAL) : 1;
        List<String> faults = new ArrayList<>();
        for (long number = from; number < from + count && faults.size() < 100; number++) {
            Seed seed = seeds.get((int) Math.floorMod(number * 31, (long) seeds.size()));
            String fault = fault(number, seed.name(), Mutations.of(number, seed.content()));
            if (!fault.isEmpty()) {
                faults.add("mutation " + number + " of " + seed.name() + ": " + fault);
            }
        }

        assertThat(faults).isEmpty();
    }

    /// What went wrong, empty if nothing did.
    private String fault(long number, String name, byte[] content) throws IOException {
        Path file = Given.file(folder, "m-" + name, content);
        Optional<Timeframe> stated = number % 4 == 0 ? Optional.of(Timeframe.D1) : Optional.empty();
        long start = System.nanoTime();
        CandleImport.Content read;
        try {
            read = Given.read(stated, ImportOptions.NONE, file);
        } catch (RuntimeException | Error e) {
            return e + " at " + Arrays.stream(e.getStackTrace()).limit(6).toList();
        }
        long nanos = System.nanoTime() - start;
        if (nanos > LONGEST_NANOS) {
            return "took " + nanos / 1_000_000 + " ms";
        }
        if (read.candles().isEmpty()) {
            return read.faults().isEmpty() && read.notes().isEmpty()
                    ? "no candle, and no word"
                    : "";
        }
        return fault(read, content);
    }

    private static String fault(CandleImport.Content read, byte[] content) throws IOException {
        Map<String, String> style = read.understood().getFirst().facts();
        List<ParsedFile> texts = new ArrayList<>();
        for (byte[] text : PlainParse.unpacked(content)) {
            texts.add(ParsedFile.of(style, text));
        }
        CandleSeries candles = read.candles();
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.candle(i);
            if (candle.openTimeMs() < EARLIEST || candle.openTimeMs() > LATEST) {
                return "a time that cannot be: " + candle;
            }
            List<String> why =
                    texts.stream()
                            .flatMap(text ->
                                    written(read, candle).stream().map(text::fault).distinct())
                            .toList();
            if (why.stream().noneMatch(String::isEmpty)) {
                return candle + ": " + why + " under " + style;
            }
        }
        return "";
    }

    /// The candle as the file may have it: a time that was taken for that of a close is that of the
    /// end of the candle, its last moment, or the last day of its week or month.
    private static List<Candle> written(CandleImport.Content read, Candle candle) {
        if (read.notes().stream().noneMatch(note -> note.contains("for the times of closes"))) {
            return List.of(candle);
        }
        Timeframe timeframe = read.key().timeframe();
        long open = candle.openTimeMs();
        long close = timeframe.next(open);
        List<Long> times = new ArrayList<>(List.of(close, close - 1, close - 1000));
        for (long day = open; timeframe.millis() > DAY && day < close; day += DAY) {
            times.add(day);
        }
        return times.stream()
                .map(time ->
                        new Candle(
                                time,
                                candle.open(),
                                candle.high(),
                                candle.low(),
                                candle.close(),
                                candle.volume()))
                .toList();
    }

    private static List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (String header : valuesOf("namesOfColumns", ValueSource.class)) {
            add(
                    seeds,
                    "a.csv",
                    FileKindsTest.rows(header, "2024-03-11", "2024-03-12", "2024-03-13"));
        }
        for (String days : valuesOf("formsOfTimes", CsvSource.class)) {
            String[] three = days.split(" \\| ");
            add(seeds, "a.csv", FileKindsTest.rows("Time,Open,High,Low,Close,Volume", three));
        }
        for (String text : valuesOf("wholeFiles", ValueSource.class)) {
            add(seeds, "a.csv", text);
        }
        for (String text : valuesOf("json", ValueSource.class)) {
            add(seeds, "a.json", text);
        }
        ImportSourcesTest.sources().forEach(source -> add(seeds, source.file(), source.sample()));
        seeds.add(new Seed("a.csv.gz", Given.gzipped(Given.HEADER + Given.TWO_DAYS)));
        seeds.add(new Seed("a.zip", Given.zipped("a.csv", Given.HEADER + Given.TWO_DAYS)));
        seeds.addAll(cases());
        return seeds;
    }

    private static void add(List<Seed> seeds, String name, String text) {
        seeds.add(new Seed(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The texts that a test of [FileKindsTest] is run with.
    private static String[] valuesOf(String test, Class<? extends Annotation> source) {
        Method method =
                Arrays.stream(FileKindsTest.class.getDeclaredMethods())
                        .filter(one -> one.getName().equals(test))
                        .findFirst()
                        .orElseThrow();
        return switch (method.getAnnotation(source)) {
            case ValueSource values -> values.strings();
            case CsvSource values -> values.value();
            default -> throw new AssertionError(test + " has no texts");
        };
    }

    /// The files of the folder outside of the project, if there is one.
    private static List<Seed> cases() throws IOException {
        Path cases = Path.of(System.getProperty("plumbline.testdata", "")).resolve("cases");
        if (!Files.isDirectory(cases) || System.getProperty("plumbline.testdata", "").isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cases)) {
            return files.filter(file -> file.toString().matches(".*\\.(csv|json|zip)"))
                    .sorted()
                    .map(file -> new Seed(file.getFileName().toString(), bytes(file)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
