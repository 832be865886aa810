package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Timeframe;

/// Whatever a Parquet file has become, the import ends: with the candles or with a fault.
class DamagedParquetTest {
    private static final String ROWS =
            "select make_timestamp(1700000000000000 + i * 60000000) as time, 100 + i / 7 as open,"
                    + " 2000.0 as high, 0.5::decimal(9,2) as low, (100 + i % 50)::varchar as close,"
                    + " case when i % 17 = 0 then null else i end as volume from range(3000) t(i)";

    @TempDir Path folder;

    private Path duck(String codec, String version) {
        return DuckDb.write(
                folder.resolve("duck.parquet"),
                ROWS,
                "codec '%s', parquet_version '%s', row_group_size 2048".formatted(codec, version));
    }

    private Path ours() throws IOException {
        Path file = folder.resolve("ours.parquet");
        CandleExport.write(CandleExportTest.cents(500), file);
        return file;
    }

    private CandleImport.Content read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.parquet"), bytes);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Given.read(Timeframe.M1, file));
    }

    @Test
    void isNamedWhereverItIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(ours());

        for (int length = 0; length < whole.length; length += length < 64 ? 1 : 37) {
            CandleImport.Content content = read(Arrays.copyOf(whole, length));

            assertThat(content.faults()).as("cut off at %d", length).hasSize(1);
            assertThat(content.candles().isEmpty()).isTrue();
        }
    }

    /// Every page of ours has a checksum.
    @Test
    void oneWrongByteInAPageOfOursIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(ours());
        Random random = new Random(1);

        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            // behind the first page's header, before the footer
            int at = 64 + random.nextInt(3000);
            damaged[at] ^= (byte) (1 << random.nextInt(8));

            assertThat(read(damaged).faults()).as("byte %d", at).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uncompressed V1",
                "snappy V1",
                "zstd V1",
                "gzip V1",
                "snappy V2",
                "zstd V2"
            })
    void endsWhateverIsWrongInAFileOfDuckDb(String how) throws IOException {
        String[] codecAndVersion = how.split(" ");
        damage(duck(codecAndVersion[0], codecAndVersion[1]), 250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrow-rs-snappy-page-index.parquet", "arrow-rs-zstd-v2.parquet"})
    void endsWhateverIsWrongInAFileWithSmallPages(String name) throws IOException {
        damage(ForeignParquetTest.copy(name, folder), 250);
    }

    @Test
    void endsWhateverIsWrongInAFileOfOurs() throws IOException {
        damage(ours(), 250);
    }

    /// Single bits and bytes, half of them in the footer, where each counts.
    private void damage(Path file, int times) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int footer = Math.min(whole.length - 4, 3000);
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int i = 0; i < times; i++) {
            byte[] damaged = whole.clone();
            int at =
                    random.nextBoolean()
                            ? whole.length - 1 - random.nextInt(footer)
                            : random.nextInt(i % 3 == 0 ? 80 : whole.length);
            if (random.nextInt(4) == 0) {
                damaged[at] = (byte) random.nextInt();
            } else {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            CandleImport.Content content = read(damaged);
            assertThat(content.candles().size()).isLessThanOrEqualTo(3000);
        }
    }

    /// Snappy's native library writes as many bytes as the packed ones announce, however small the
    /// buffer is.
    @Test
    void aPackedPageThatAnnouncesMoreThanItsHeaderIsNotUnpacked() throws IOException {
        byte[] whole = Files.readAllBytes(ForeignParquetTest.copy(SNAPPY, folder));
        // the header of the first page ends with its statistics; then come the packed bytes, which
        // begin with their size unpacked
        int announced = firstPackedByte(whole);
        byte[] damaged = whole.clone();
        damaged[announced] = (byte) 0xFF;
        damaged[announced + 1] = (byte) 0x7F;

        assertThat(read(damaged).faults())
                .extracting(FileFault::message)
                .singleElement()
                .asString()
                .contains("announces 16383");
    }

    private static final String SNAPPY = "arrow-rs-snappy-page-index.parquet";

    /// The first page holds 64 times of 8 bytes and a level of a few bytes: 512 and some more, as a
    /// varint of two bytes whose second is 4.
    private static int firstPackedByte(byte[] file) {
        for (int at = 16; at < 200; at++) {
            if ((file[at] & 0x80) != 0 && file[at + 1] == 4) {
                return at;
            }
        }
        throw new AssertionError("no packed page in the first bytes");
    }

    @Test
    void whatIsNoParquetFileIsNamed() throws IOException {
        assertThat(Given.faultsOf(Timeframe.M1, Given.file(folder, "no.parquet", Given.TWO_DAYS)))
                .containsExactly("this is not a Parquet file: it does not begin with PAR1");
        assertThat(Given.faultsOf(Timeframe.M1, Given.file(folder, "empty.parquet", "")))
                .containsExactly("this is not a Parquet file: it does not begin with PAR1");
        assertThat(Given.faultsOf(Timeframe.M1, Given.file(folder, "e.parquet", "PARE1234PARE")))
                .containsExactly("the file is encrypted; write it again without that");
        assertThat(Given.faultsOf(Timeframe.M1, Given.file(folder, "c.parquet", "PAR1 and so on")))
                .containsExactly("the file is cut off: it does not end with PAR1");
    }
}
