package plumbline.engine.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.Recording;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KlineReaderTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();
    private static final String ROW =
            "[1586987400000,\"6733.55000000\",\"6737.79000000\",\"6726.61000000\","
                    + "\"6727.14000000\",\"121.20139100\",1586987699999,\"815879.49416818\",2208,"
                    + "\"56.19067400\",\"378311.74215876\",\"0\"]";

    private static CandleBuffer read(String answer) throws ParseException {
        CandleBuffer candles = new CandleBuffer(4);
        new KlineReader(answer.getBytes(StandardCharsets.UTF_8)).read(candles);
        return candles;
    }

    @Test
    void aRecordedRow() throws Exception {
        CandleBuffer candles = read("[" + ROW + "]");

        assertThat(candles.size()).isEqualTo(1);
        assertThat(candles.time()[0]).isEqualTo(1_586_987_400_000L);
        assertThat(values(candles, 0))
                .containsExactly(6733.55, 6737.79, 6726.61, 6727.14, 121.201391);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]", " [ ] \n",
            })
    void noCandles(String answer) throws Exception {
        assertThat(read(answer).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,2,3,1,2,5]]",
                "[[1,2.0,3,1,2,5e0,[]]]",
                " [ [ 1 , \"2\" , \"3\" , \"1\" , \"2\" , \"5\" ] , [ 2 , 2,3,1,2 , 5 ] ] ",
                "[[1,2,3,1,2,5,null,true,false,-1.5e3,\"a]\\\"b\"]]",
            })
    void otherWaysToWriteIt(String answer) throws Exception {
        if (answer.contains("[]")) {
            assertThatThrownBy(() -> read(answer)).isInstanceOf(ParseException.class);
            return;
        }
        assertThat(values(read(answer), 0)).containsExactly(2, 3, 1, 2, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | '[' is missing at byte 0 of 0: the end of the answer",
                "{\"code\":-1121,\"msg\":\"Invalid symbol.\"} | '[' is missing at byte 0",
                "[[1,2,3,1,2] | ',' is missing",
                "[[1,2,3,1,2,5] | ']' is missing at byte 14 of 14",
                "[[1,2,3,1,2,5]] x | something follows the candles",
                "[[x,2,3,1,2,5]] | a time is missing",
                "[[1,2,3,1,\"NaN\",5]] | a number is missing",
                "[[1,2,3,1,2,\"5]] | a number is missing",
                "[[1,2,3,1,2,5],[2,2,1,3,2,5]] | candle 2:",
                "[[1,2,3,1,2,-5]] | candle 1:",
                "[[1,0,3,0,2,5]] | candle 1:",
                "[[1234567890123456789,2,3,1,2,5]] | a time is missing",
            })
    void whatIsWrongIsNamed(String answer, String message) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(message);
    }

    /// Values of any number of digits are the double that is nearest to the text.
    @Test
    void numbersAreExact() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value =
                    BigDecimal.valueOf(
                                    random.nextLong() >>> random.nextInt(1, 64), random.nextInt(20))
                            .add(BigDecimal.ONE);
            String text = random.nextBoolean() ? value.toPlainString() : value.toString();
            String quoted = random.nextBoolean() ? "\"" + text + "\"" : text;
            String answer =
                    "[[" + String.join(",", "7", quoted, quoted, quoted, quoted, quoted) + "]]";

            assertThat(values(read(answer), 0)).containsOnly(Double.parseDouble(text));
        }
    }

    /// Whatever happens to an answer on its way: it is refused, or it says what an independent
    /// reader sees in it.
    @Test
    void mutatedAnswers() throws Exception {
        Random random = new Random(11);
        String whole = "[" + String.join(",", ROW, ROW.replace("6733", "6730"), ROW) + "]";
        int taken = 0;
        for (int i = 0; i < 60_000; i++) {
            String answer = mutated(whole, random);
            CandleBuffer candles;
            try {
                candles = read(answer);
            } catch (ParseException e) {
                assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(200);
                continue;
            }
            taken++;
            compare(candles, answer);
        }
        assertThat(taken).as("some changes do no harm").isBetween(1_000, 50_000);
    }

    private static void compare(CandleBuffer candles, String answer) {
        JsonNode rows;
        try {
            rows = JACKSON.readTree(answer);
        } catch (JacksonException e) {
            // such as 01, nul! or a line break in a text that is passed over: no JSON, and no harm
            assertThat(e.getOriginalMessage().toLowerCase(Locale.ROOT))
                    .as(answer)
                    .containsAnyOf("zero", "escape", "control", "digit", "token", "plus");
            return;
        }
        assertThat(candles.size()).as(answer).isEqualTo(rows.size());
        for (int i = 0; i < candles.size(); i++) {
            JsonNode row = rows.get(i);
            double[] values = values(candles, i);
            assertThat(candles.time()[i]).as(answer).isEqualTo(row.get(0).asLong());
            for (int c = 0; c < values.length; c++) {
                assertThat(values[c])
                        .as(answer)
                        .isEqualTo(Double.parseDouble(row.get(c + 1).asString()));
            }
            assertThat(SeriesCheck.fault(values[0], values[1], values[2], values[3], values[4]))
                    .isNull();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        int at = random.nextInt(text.length());
        String some = "0123456789\",.[]{}-eE xN\\\u00e9\n";
        switch (random.nextInt(5)) {
            case 0 -> out.setLength(at);
            case 1 -> out.setCharAt(at, some.charAt(random.nextInt(some.length())));
            case 2 -> out.insert(at, some.charAt(random.nextInt(some.length())));
            case 3 -> out.deleteCharAt(at);
            default -> out.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        }
        return out.toString();
    }

    private static double[] values(CandleBuffer candles, int i) {
        double[] values = new double[CandleBuffer.VALUES];
        for (int c = 0; c < values.length; c++) {
            values[c] = candles.values()[c][i];
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/klines", "/fapi/v1/klines"})
    void recordedAnswers(String route) throws Exception {
        byte[] answer = Recording.route(route);
        CandleBuffer candles = new CandleBuffer(1000);
        new KlineReader(answer).read(candles);

        assertThat(candles.size()).isPositive();
        compare(candles, new String(answer, StandardCharsets.UTF_8));
    }
}
