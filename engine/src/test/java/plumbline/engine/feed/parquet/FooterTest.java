package plumbline.engine.feed.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.engine.feed.parquet.ParquetWriter.Chunk;
import plumbline.engine.feed.parquet.ParquetWriter.RowGroup;

/// The footer byte by byte, worked out by hand from `parquet.thrift` and the compact protocol: a
/// field is the distance to its number in the upper half of a byte and its type in the lower one;
/// integers are zigzag varints, twice their value if they are not negative.
class FooterTest {

    @Test
    void matchesTheBytesWorkedOutByHand() {
        List<Chunk> chunks =
                List.of(
                        new Chunk(4, 30, 40),
                        new Chunk(44, 30, 41),
                        new Chunk(85, 30, 42),
                        new Chunk(127, 30, 43),
                        new Chunk(170, 30, 44),
                        new Chunk(214, 30, 45));
        String first = "0068e5cf8b010000"; // 1,700,000,000,000 ms, the lowest byte first
        String last = "6052e6cf8b010000"; // a minute later

        byte[] footer =
                new Footer(
                                List.of(
                                        new RowGroup(
                                                2, 1_700_000_000_000L, 1_700_000_060_000L, chunks)),
                                "x")
                        .bytes();

        assertThat(HexFormat.of().formatHex(footer))
                .isEqualTo(
                        "1504" // 1 version: 2
                                + "197c" // 2 schema: 7 structs
                                + "48"
                                + text("candles")
                                + "150c00" // the root: 6 children
                                + "1504"
                                + "2500"
                                + "18"
                                + text("time") // INT64, required
                                + "2512" // 6 converted type: TIMESTAMP_MILLIS
                                + "4c"
                                + "8c" // 10 logical type, 8 TIMESTAMP
                                + "11"
                                + "1c"
                                + "1c00"
                                + "00" // in UTC, of milliseconds
                                + "00"
                                + "00"
                                + "00"
                                + number("open")
                                + number("high")
                                + number("low")
                                + number("close")
                                + number("volume")
                                + "1604" // 3 rows: 2
                                + "191c" // 4 row groups: 1
                                + "196c" // 1 columns: 6
                                + "2608"
                                + "1c"
                                + "1504" // at 4; INT64
                                + "1915"
                                + "00" // encodings: PLAIN
                                + "1918"
                                + text("time") // path
                                + "1504"
                                + "1604"
                                + "163c"
                                + "1650" // GZIP, 2 values, 30, 40 bytes
                                + "2608" // 9 page at 4
                                + "3c"
                                + "3600" // 12 statistics: no nulls
                                + "2808"
                                + last
                                + "1808"
                                + first
                                + "11"
                                + "11"
                                + "00"
                                + "00"
                                + "00"
                                + column("open", "58", "52")
                                + column("high", "aa01", "54")
                                + column("low", "fe01", "56")
                                + column("close", "d402", "58")
                                + column("volume", "ac03", "5a")
                                + "16e802"
                                + "1604" // 180 bytes, 2 rows
                                + "191c"
                                + "1500"
                                + "12"
                                + "12"
                                + "00" // sorted by column 0
                                + "1608"
                                + "16fe03"
                                + "1400"
                                + "00" // at 4, 255 bytes, the first
                                + "28"
                                + text("x") // 6 created by
                                + "196c"
                                + "1c0000".repeat(6) // 7 orders: each that of its type
                                + "00");
    }

    private static String text(String text) {
        return "%02x".formatted(text.length())
                + HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String number(String name) {
        return "150a" + "2500" + "18" + text(name) + "00"; // DOUBLE, required
    }

    private static String column(String name, String at, String packedSize) {
        return "26"
                + at
                + "1c"
                + "150a"
                + "1915"
                + "00"
                + "1918"
                + text(name)
                + "1504"
                + "1604"
                + "163c"
                + "16"
                + packedSize
                + "26"
                + at
                + "00"
                + "00";
    }
}
