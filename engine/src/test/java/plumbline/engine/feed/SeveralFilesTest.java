package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.InMemoryCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Several files make one series.
class SeveralFilesTest {
    @TempDir Path folder;

    private Path days(String name, String... days) {
        StringBuilder text = new StringBuilder(Given.HEADER);
        for (String day : days) {
            text.append("2024-01-").append(day).append(",1,1,1,1,").append(day).append('\n');
        }
        return Given.file(folder, name, text.toString());
    }

    @Test
    void areJoinedInOrderOfTimeWhateverTheirNames() {
        Path late = days("a.csv", "04", "05");
        Path early = days("b.csv", "01", "02");

        assertThat(Given.candles(Timeframe.D1, late, early).volume()).containsExactly(1, 2, 4, 5);
    }

    @Test
    void mayOverlapWhereTheyAgree() {
        Path one = days("1.csv", "01", "02", "03", "06");
        Path two = days("2.csv", "02", "03", "04");
        Path three = days("3.csv", "03", "05", "06");

        assertThat(Given.candles(Timeframe.D1, one, two, three).volume())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void areTakenFromTheLaterWhereTheyDiffer() {
        Path one = days("1.csv", "01", "02");
        Path two =
                Given.file(
                        folder,
                        "2.csv",
                        Given.HEADER + "2024-01-02,1,1,1,1,2.5\n2024-01-03,1,1,1,1,3\n");

        CandleImport.Content content = Given.read(Timeframe.D1, one, two);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().volume()).containsExactly(1, 2.5, 3);
        assertThat(content.notes())
                .singleElement()
                .asString()
                .contains("1 candle differs", two + ":2 and " + one + ":3");
        assertThat(Given.read(Timeframe.D1, two, one).candles().volume()).containsExactly(1, 2, 3);
    }

    @Test
    void mayBeTheSameFileTwice() {
        Path one = days("1.csv", "01", "02");

        assertThat(Given.candles(Timeframe.D1, one, one).size()).isEqualTo(2);
    }

    @Test
    void oneThatIsMissingIsNamedBeforeAnyIsRead() {
        CandleImport candleImport = Given.days(Given.NOW);
        List<Integer> read = new ArrayList<>();

        assertThatThrownBy(() ->
                        candleImport.read(
                                List.of(days("1.csv", "01"), folder.resolve("2.csv")),
                                () -> false,
                                read::add))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("2.csv");
        assertThat(read).isEmpty();
    }

    @Test
    void aFolderWithoutCandleFilesIsNamed() {
        Given.file(folder, "empty/notes.txt", "nothing here");

        assertThat(Given.read(Timeframe.D1, folder.resolve("empty")).faults())
                .extracting(FileFault::message)
                .singleElement()
                .asString()
                .contains("expected a header");
    }

    @Test
    void areReadOneByOneUntilCancelled() {
        days("many/1.csv", "01");
        days("many/2.csv", "02");
        days("many/3.csv", "03");
        List<Integer> read = new ArrayList<>();
        CandleImport candleImport = Given.days(Given.NOW);

        assertThatThrownBy(() ->
                        candleImport.read(
                                List.of(folder.resolve("many")), () -> read.size() == 2, read::add))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled after 2 of 3 files");
        assertThat(read).containsExactly(1, 2);
    }

    @Test
    void areStoredAsOneAndChangeNothingTheSecondTime() {
        InMemoryCandles store = new InMemoryCandles(InstantSource.system());
        SeriesKey key = new SeriesKey(Given.MARKET, Timeframe.D1);
        Path one = days("1.csv", "01", "02");
        Path two = days("2.csv", "03");

        CandleImport candleImport = Given.days(Given.NOW);
        CandleImport.Content content = Given.read(Timeframe.D1, one, two);
        assertThat(candleImport.store(content, store).inserted()).isEqualTo(3);
        assertThat(candleImport.store(content, store).unchanged()).isEqualTo(3);

        CandleSeries stored = store.series(key);
        assertThat(stored.fingerprint()).isEqualTo(content.candles().fingerprint());
    }

    private static List<String> asked(CandleImport.Content content) {
        return content.asked().stream()
                .map(range ->
                        Instant.ofEpochMilli(range.fromMs()).toString().substring(8, 10)
                                + " to "
                                + Instant.ofEpochMilli(range.toMs()).toString().substring(8, 10))
                .toList();
    }

    @Test
    void areAboutTheTimeThatTheyHave() {
        Path one = days("1.csv", "01", "02", "05", "06");
        Path two = days("2.csv", "08", "09", "10");

        // the 3rd and 4th are within a file, the 7th is less than a file
        assertThat(asked(Given.read(Timeframe.D1, one, two))).containsExactly("01 to 11");
    }

    @Test
    void areNotAboutTheTimeOfAFileThatIsMissing() {
        Path one = days("1.csv", "01", "02");
        Path two = days("2.csv", "03", "04");
        Path four = days("4.csv", "07", "08");

        CandleImport.Content content = Given.read(Timeframe.D1, four, two, one);
        InMemoryCandles store = new InMemoryCandles(InstantSource.system());
        SeriesKey key = new SeriesKey(Given.MARKET, Timeframe.D1);
        Given.days(Given.NOW).store(content, store);

        assertThat(asked(content)).containsExactly("01 to 05", "07 to 09");
        assertThat(store.series(key).size()).isEqualTo(6);
    }
}
