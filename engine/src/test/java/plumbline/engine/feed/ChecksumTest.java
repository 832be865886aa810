package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Binance's archives with their checksums beside them.
class ChecksumTest {
    private static final String NAME = "BTCUSDT-1m-2024-01.zip";

    @TempDir Path folder;
    private byte[] zip = {};

    /// Archives up to 2024 have milliseconds, those from 2025 on microseconds.
    private Path month(String name, String time) throws IOException {
        zip =
                Given.zipped(
                        name.replace(".zip", ".csv"), time + ",1,2,1,2,5," + time + ",8,3,1,1,0\n");
        return Given.file(folder, name, zip);
    }

    private Path january() throws IOException {
        return month(NAME, "1704067200000");
    }

    private Path checksum(String text) {
        return Given.file(folder, NAME + ".CHECKSUM", text);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatAgreesIsRead() throws IOException {
        Path file = january();
        checksum(sha256(zip) + "  " + NAME + "\n");

        assertThat(Given.candles(Timeframe.M1, file).size()).isEqualTo(1);
        assertThat(Given.candles(Timeframe.M1, folder).size()).isEqualTo(1);
    }

    @Test
    void aFolderOfMonthsIsOneSeriesWhateverTheUnitOfTheirTimes() throws IOException {
        for (String[] month :
                new String[][] {
                    {"BTCUSDT-1m-2024-12.zip", "1735689540000"},
                    {"BTCUSDT-1m-2025-01.zip", "1735689600000000"}
                }) {
            month(month[0], month[1]);
            Given.file(folder, month[0] + ".CHECKSUM", sha256(zip) + "  " + month[0] + "\n");
        }

        CandleImport.Content content = Given.read(Timeframe.M1, folder);

        assertThat(content.faults()).isEmpty();
        assertThat(content.notes()).isEmpty();
        assertThat(content.files()).isEqualTo(2);
        assertThat(content.candles().openTime()).containsExactly(1735689540000L, 1735689600000L);
    }

    @Test
    void oneThatDiffersIsNotUsedAndBothSumsAreNamed() throws IOException {
        Path good = month("BTCUSDT-1m-2024-02.zip", "1706745600000");
        Path bad = january();
        String wrong = "0".repeat(63) + "f";
        checksum(wrong + "  " + NAME + "\n");

        CandleImport.Content content = Given.read(Timeframe.M1, folder);

        assertThat(content.faults()).singleElement().extracting(FileFault::file).isEqualTo(bad);
        assertThat(content.faults().getFirst().message())
                .contains("its SHA-256 is " + sha256(zip))
                .contains(NAME + ".CHECKSUM says " + wrong)
                .contains("was not used");
        CandleSeries rest = content.candles();
        assertThat(rest.fingerprint()).isEqualTo(Given.candles(Timeframe.M1, good).fingerprint());
    }

    @Test
    void sumsAreReadAsTheUsualProgramsWriteThem() throws IOException {
        Path file = january();

        for (String line :
                new String[] {
                    sha256(zip).toUpperCase(java.util.Locale.ROOT) + " *" + NAME,
                    "0".repeat(64) + "  other.zip\r\n" + sha256(zip) + "  ./" + NAME + "\r\n"
                }) {
            checksum(line);

            assertThat(Given.candles(Timeframe.M1, file).size()).isEqualTo(1);
        }
    }

    @Test
    void aChecksumThatCannotBeReadIsAFault() throws IOException {
        Path file = january();

        for (String text :
                new String[] {
                    "", "<html>404</html>", sha256(zip) + "  other.zip", "abc  " + NAME
                }) {
            Path checksum = checksum(text);

            CandleImport.Content content = Given.read(Timeframe.M1, file);

            assertThat(content.faults())
                    .as(text)
                    .singleElement()
                    .extracting(FileFault::file)
                    .isEqualTo(checksum);
            assertThat(content.candles().isEmpty()).isTrue();
        }
    }

    @Test
    void aChecksumWithoutItsFileIsNoted() throws IOException {
        month("BTCUSDT-1m-2024-02.zip", "1706745600000");
        Path alone = checksum("0".repeat(64) + "  " + NAME);

        CandleImport.Content content = Given.read(Timeframe.M1, folder);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(1);
        assertThat(content.notes())
                .containsExactly(alone + ": the file that it is the checksum of is not there");
    }

    /// As a shell gives them for `BTCUSDT-*`.
    @Test
    void aChecksumAmongTheFilesIsNotTakenForCandles() throws IOException {
        Path file = january();
        Path checksum = checksum(sha256(zip) + "  " + NAME);

        CandleImport.Content content = Given.read(Timeframe.M1, file, checksum);

        assertThat(content.faults()).isEmpty();
        assertThat(content.files()).isEqualTo(1);
        assertThat(Given.faultsOf(Timeframe.M1, checksum)).containsExactly("holds no candle files");
    }

    @Test
    void everyKindOfFileMayHaveOne() {
        Path csv = Given.file(folder, "days.csv", Given.HEADER + Given.TWO_DAYS);
        Given.file(folder, "days.csv.checksum", "1".repeat(64) + "  days.csv");

        assertThat(Given.faultsOf(Timeframe.D1, csv))
                .singleElement()
                .asString()
                .contains("its SHA-256 is");
    }
}
