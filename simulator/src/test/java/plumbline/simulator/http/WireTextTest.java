package plumbline.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireTextTest {
    private static String written(WireText text) {
        return new String(text.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void numbersAreWrittenAsBigDecimalWritesThem() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long units = random.nextLong() >>> 1 + random.nextInt(62);
            int decimals = random.nextInt(9);

            assertThat(written(new WireText(0).quoted(units, decimals, 8)))
                    .isEqualTo(
                            "\""
                                    + BigDecimal.valueOf(units, decimals)
                                            .setScale(8)
                                            .toPlainString()
                                    + "\"");
            assertThat(written(new WireText(0).number(units))).isEqualTo(Long.toString(units));
        }
        assertThat(written(new WireText(0).number(Long.MAX_VALUE).character(' ').number(-5)))
                .isEqualTo(Long.MAX_VALUE + " -5");
    }

    @Test
    void textIsUtf8() {
        assertThat(written(new WireText(0).text("a这是").text("b"))).isEqualTo("a这是b");
    }
}
