package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Timeframe;

/// Small files that do great harm where a reader trusts them.
@Timeout(60)
class HostileFileTest {
    @TempDir private Path folder;

    /// Twelve rows of one byte each in a kilobyte of archive: a million to one.
    @Test
    void anArchiveThatUnpacksToGigabytesIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(bomb));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("candles.csv"));
            zip.write(Given.HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] rows = "x\n".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                zip.write(rows);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(400_000);

        CandleImport.Content content = Given.read(Timeframe.D1, bomb);

        assertThat(content.candles().isEmpty()).isTrue();
        assertThat(content.faults()).hasSizeLessThanOrEqualTo(Faults.KEPT);
        assertThat(content.faultCount()).isLessThan(Faults.ENOUGH * 2);
    }

    @Test
    void anArchiveOfOneGoodRowOverAndOverIsRefusedToo() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(bomb));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("candles.csv"));
            zip.write(Given.HEADER.getBytes(StandardCharsets.UTF_8));
            zip.write((Given.HEADER + Given.TWO_DAYS).getBytes(StandardCharsets.UTF_8));
            byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }

        assertThat(Given.read(Timeframe.D1, bomb).faults())
                .singleElement()
                .extracting(FileFault::message)
                .asString()
                .contains("unpacks to more than");
    }

    @Test
    void timesThatNoClockCountsAreFaultsOfTheirRows() {
        String rows =
                "+999999999-12-31T23:59:59Z,1,2,1,2,3\n"
                        + "-999999999-01-01T00:00:00+18:00,1,2,1,2,3\n"
                        + "2024-01-01,1,2,1,2,3\n";

        CandleImport.Content content =
                Given.read(Timeframe.D1, Given.file(folder, "far.csv", Given.HEADER + rows));

        assertThat(content.faults()).extracting(FileFault::line).containsExactly(2L, 3L);
        assertThat(content.candles().size()).isEqualTo(1);
    }

    @Test
    void faultsAreCountedAndTheFirstAreKept() {
        String bad = "2024-01-01,1,2,1,2,x\n".repeat(5000);

        CandleImport.Content content =
                Given.read(Timeframe.D1, Given.file(folder, "bad.csv", Given.HEADER + bad));

        assertThat(content.faultCount()).isEqualTo(5000);
        assertThat(content.faults()).hasSize(Faults.KEPT);
    }

    @Test
    void aFileCanBeCancelledWithin() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "long.csv",
                        Given.HEADER + "2024-01-01,1,2,1,2,3\n".repeat(100_000));
        int[] asked = new int[1];
        CandleImport candleImport = Given.days(Given.NOW);

        assertThatThrownBy(() -> candleImport.read(List.of(file), () -> asked[0]++ > 0, done -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aRowThatIsTooLongLosesNoOther() {
        String first = "2024-01-01,1,2,1,2,3\n";
        String tooLong = "2024-01-02,1,2,1,2," + "9".repeat(900_000) + "\n";
        String last = "2024-01-03,1,2,1,2,3\n2024-01-04,1,2,1,2,3\n";

        CandleImport.Content content =
                Given.read(
                        Timeframe.D1,
                        Given.file(folder, "a.csv", Given.HEADER + first + tooLong + last));

        assertThat(content.candles().size()).isEqualTo(3);
        assertThat(content.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource({
        "2424-01-02, is after tomorrow",
        "2026-12-01, is after tomorrow",
        "1899-12-31, is before the year 1900",
        "0001-01-01, is before the year 1900",
        "20241304, is not a time",
        "20240230, is not a time",
        "2024-02-30, is not a time",
        "99999999999999999, is not a time"
    })
    void aTimeThatCannotBeIsAFault(String time, String why) throws IOException {
        String rows = "2024-01-01,1,2,1,2,5\n" + time + ",1,2,1,2,5\n";

        CandleImport.Content content = now(Given.file(folder, "a.csv", Given.HEADER + rows));

        assertThat(content.candles().size()).isEqualTo(1);
        assertThat(content.faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.message()).contains(time).contains(why);
                });
    }

    @Test
    void tomorrowIsThereAlreadyOnTheOtherSideOfTheEarth() throws IOException {
        String rows = "2026-11-28,1,2,1,2,5\n2026-11-30,1,2,1,2,5\n";

        assertThat(now(Given.file(folder, "a.csv", Given.HEADER + rows)).faults()).isEmpty();
    }

    /// What is read on 2026-11-29.
    private static CandleImport.Content now(Path file) throws IOException {
        return Given.days(Instant.parse("2026-11-29T12:00:00Z"))
                .read(List.of(file), () -> false, done -> {});
    }

    @Test
    void aMinuteBeyondTheDayOfALeanFileIsAFault() throws IOException {
        Path file =
                Given.file(
                        folder,
                        "20240105_trade.zip",
                        Given.zipped(
                                "20240105_btcusd_minute_trade.csv",
                                "60000,1,2,1,2,3\n86400000,1,2,1,2,3\n"));

        CandleImport.Content content = Given.read(Timeframe.M1, file);

        assertThat(content.candles().size()).isEqualTo(1);
        assertThat(content.faults())
                .singleElement()
                .extracting(FileFault::message)
                .isEqualTo("time '86400000' is not a time");
    }

    @Test
    void whatWouldActOnATerminalIsShown() {
        String rows = "2024-01-01,\u001b]0;OWNED\u0007\u001b[2J,2,1,2,5\n";

        assertThat(
                        Given.read(Timeframe.D1, Given.file(folder, "a.csv", Given.HEADER + rows))
                                .faults()
                                .getFirst()
                                .toString())
                .contains("\\u001b]0;OWNED\\u0007\\u001b[2J")
                .doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50_000})
    void marksOfTheByteOrderAreReadOver(int count) {
        String marks = "\uFEFF".repeat(count);

        assertThat(
                        Given.read(
                                        Timeframe.D1,
                                        Given.file(
                                                folder,
                                                "a.csv",
                                                marks + Given.HEADER + Given.TWO_DAYS))
                                .candles()
                                .size())
                .isEqualTo(2);
    }
}
