package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;
import plumbline.engine.market.Timeframe;

/// The same three days as exchanges, terminals and vendors write them. Each is a kind of file, not
/// a file.
class FileKindsTest {
    private static final List<Candle> THREE_DAYS =
            List.of(
                    new Candle(ms("2024-03-11T00:00:00Z"), 1050.5, 1100.25, 1000, 1075.75, 1500),
                    new Candle(ms("2024-03-12T00:00:00Z"), 1075.75, 1080, 1040.5, 1042, 2500),
                    new Candle(ms("2024-03-13T00:00:00Z"), 1042, 1060, 1030, 1055.25, 0));

    @TempDir Path folder;

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    private CandleImport.Content read(String name, byte[] bytes, ImportOptions options) {
        return Given.read(Optional.empty(), options, Given.file(folder, name, bytes));
    }

    private CandleImport.Content read(String text) {
        return read("a.csv", text.getBytes(StandardCharsets.UTF_8), ImportOptions.NONE);
    }

    private static List<Candle> candles(CandleImport.Content content) {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < content.candles().size(); i++) {
            candles.add(content.candles().candle(i));
        }
        return candles;
    }

    private static void areTheThreeDays(CandleImport.Content content) {
        assertThat(content.faults()).isEmpty();
        assertThat(content.key().timeframe()).isEqualTo(Timeframe.D1);
        assertThat(candles(content)).isEqualTo(THREE_DAYS);
    }

    /// @param header the names of the columns
    /// @param days the three times
    static String rows(String header, String... days) {
        return header
                + '\n'
                + days[0]
                + ",1050.5,1100.25,1000,1075.75,1500\n"
                + days[1]
                + ",1075.75,1080,1040.5,1042,2500\n"
                + days[2]
                + ",1042,1060,1030,1055.25,0\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Time,Open,High,Low,Close,Volume",
                "<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>",
                "timestamp,1. open,2. high,3. low,4. close,5. volume",
                "t,o,h,l,c,v",
                "window_start,open,high,low,close,volume",
                "openTime,openPrice,highPrice,lowPrice,closePrice,Volume (BTC)",
                "Date,Open,High,Low,Close/Last,Volume_(BTC)",
                "Datum,Eröffnung,Hoch,Tief,Schluss,Volumen",
                "Date,Ouverture,Haut,Bas,Clôture,Volume",
                "Fecha,Apertura,Máximo,Mínimo,Cierre,Volumen",
                "Date,price_open,price_high,price_low,price_close,volume base",
                "unix,Open,High,Low,Price,Vol.",
                "# Date,Open,High,Low,Close,Tick_Volume",
                "dt,BTC open,BTC high,BTC low,BTC close,qty",
            })
    void namesOfColumns(String header) {
        areTheThreeDays(read(rows(header, "2024-03-11", "2024-03-12", "2024-03-13")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-11 | 2024-03-12 | 2024-03-13",
                "2024/3/11 | 2024/3/12 | 2024/3/13",
                "2024.03.11 | 2024.03.12 | 2024.03.13",
                "20240311 | 20240312 | 20240313",
                "20240311 000000 | 20240312 000000 | 20240313 000000",
                "20240311000000 | 20240312000000 | 20240313000000",
                "202403110000 | 202403120000 | 202403130000",
                "03/11/2024 | 03/12/2024 | 03/13/2024",
                "3/11/24 12:00 AM | 3/12/24 12:00 AM | 3/13/24 12:00 AM",
                "11.03.2024 00:00:00.000 | 12.03.2024 00:00:00.000 | 13.03.2024 00:00:00.000",
                "11-Mar-2024 | 12-Mar-2024 | 13-Mar-2024",
                "11 Mar 24 | 12 Mar 24 | 13 Mar 24",
                "\"Mar 11, 2024\" | \"Mar 12, 2024\" | \"Mar 13, 2024\"",
                "\"Monday, March 11, 2024\" | \"Tuesday, March 12, 2024\" | \"Wednesday, March 13, 2024\"",
                "2024-03-11 12-AM | 2024-03-12 12-AM | 2024-03-13 12-AM",
                "2024-03-11T01:00:00+01:00 | 2024-03-12T01:00:00+01:00 | 2024-03-13T01:00:00+01:00",
                "11.03.2024 01:00:00.000 GMT+0100 | 12.03.2024 01:00:00.000 GMT+0100 | 13.03.2024 01:00:00.000 GMT+0100",
                "20240310 20:00:00 US/Eastern | 20240311 20:00:00 US/Eastern | 20240312 20:00:00 US/Eastern",
                "2024-03-10 19:00:00 EST | 2024-03-11 19:00:00 EST | 2024-03-12 19:00:00 EST",
                "1710115200 | 1710201600 | 1710288000",
                "1710115200.0 | 1710201600.0 | 1710288000.0",
                "1710115200000 | 1710201600000 | 1710288000000",
                "1710115200000000 | 1710201600000000 | 1710288000000000",
                "1710115200000000000 | 1710201600000000000 | 1710288000000000000",
                "45362 | 45363 | 45364",
                "45362.0 | 45363.0 | 45364.0",
            })
    void formsOfTimes(String first, String second, String third) {
        areTheThreeDays(read(rows("Time,Open,High,Low,Close,Volume", first, second, third)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date;Open;High;Low;Close;Volume\n11.03.2024;1.050,50;1.100,25;1.000,00;1.075,75;1.500\n"
                        + "12.03.2024;1.075,75;1.080;1.040,5;1.042;2.500\n"
                        + "13.03.2024;1.042;1.060;1.030;1.055,25;0\n",
                "Date,Open,High,Low,Close,Volume\n2024-03-11,\"1,050.50\",\"1,100.25\",\"1,000.00\",\"1,075.75\",\"1,500\"\n"
                        + "2024-03-12,\"1,075.75\",\"1,080.00\",\"1,040.50\",\"1,042.00\",\"2,500\"\n"
                        + "2024-03-13,\"1,042.00\",\"1,060.00\",\"1,030.00\",\"1,055.25\",0\n",
                "Date\tOpen\tHigh\tLow\tClose\tVolume\n2024-03-11\t1050,5\t1100,25\t1000\t1075,75\t1500\n"
                        + "2024-03-12\t1075,75\t1080\t1040,5\t1042\t2500\n2024-03-13\t1042\t1060\t1030\t1055,25\t0\n",
                "Date;Open;High;Low;Close;Volume\n2024-03-11;1 050,5 €;1 100,25 €;1 000 €;1 075,75 €;1,5K\n"
                        + "2024-03-12;1 075,75 €;1 080 €;1 040,5 €;1 042 €;2,5K\n"
                        + "2024-03-13;1 042 €;1 060 €;1 030 €;1 055,25 €;0\n",
                "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n"
                        + "\"03/13/2024\",\"1,055.25\",\"1,042.00\",\"1,060.00\",\"1,030.00\",\"0\",\"1.27%\"\n"
                        + "\"03/12/2024\",\"1,042.00\",\"1,075.75\",\"1,080.00\",\"1,040.50\",\"2.5K\",\"-3.14%\"\n"
                        + "\"03/11/2024\",\"1,075.75\",\"1,050.50\",\"1,100.25\",\"1,000.00\",\"1.5K\",\"2.40%\"\n",
                "Date,Close/Last,Volume,Open,High,Low\n03/13/2024,$1055.25,0,$1042,$1060,$1030\n"
                        + "03/12/2024,$1042,2500,$1075.75,$1080,$1040.5\n03/11/2024,$1075.75,1500,$1050.5,$1100.25,$1000\n",
                "Price,Close,High,Low,Open,Volume\nTicker,ZZT,ZZT,ZZT,ZZT,ZZT\nDate,,,,,\n"
                        + "2024-03-11,1075.75,1100.25,1000,1050.5,1500\n2024-03-12,1042,1080,1040.5,1075.75,2500\n"
                        + "2024-03-13,1055.25,1060,1030,1042,0\n",
                "# symbol: ZZT\n# made by a terminal\n\nDate,Open,High,Low,Close,Volume\n2024-03-11,1050.5,1100.25,1000,1075.75,1500\n"
                        + "2024-03-12,1075.75,1080,1040.5,1042,2500\n# middle\n2024-03-13,1042,1060,1030,1055.25,0\n# end\n",
                "1710115200,1050.5,1100.25,1000,1075.75,1500,7\n1710201600,1075.75,1080,1040.5,1042,2500,9\n"
                        + "1710288000,1042,1060,1030,1055.25,0,0\n",
                "1710115200,1050.5,1075.75,1100.25,1000,1500\n1710201600,1075.75,1042,1080,1040.5,2500\n"
                        + "1710288000,1042,1055.25,1060,1030,0\n",
                "1710115200,1000,1100.25,1050.5,1075.75,1500\n1710201600,1040.5,1080,1075.75,1042,2500\n"
                        + "1710288000,1030,1060,1042,1055.25,0\n",
                "1710115200,1050.5,1100.25,1000,1075.75,1060,1500,7\n1710201600,1075.75,1080,1040.5,1042,1050,2500,9\n"
                        + "1710288000,1042,1060,1030,1055.25,1050,0,0\n",
                "2024.03.11,00:00,1050.5,1100.25,1000,1075.75,1500\n2024.03.12,00:00,1075.75,1080,1040.5,1042,2500\n"
                        + "2024.03.13,00:00,1042,1060,1030,1055.25,0\n",
                "ZZT,20240311,000000,1050.5,1100.25,1000,1075.75,1500\nZZT,20240312,000000,1075.75,1080,1040.5,1042,2500\n"
                        + "ZZT,20240313,000000,1042,1060,1030,1055.25,0\n",
                "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
                        + "ZZT.US,D,20240311,000000,1050.5,1100.25,1000,1075.75,1500,0\nZZT.US,D,20240312,000000,1075.75,1080,1040.5,1042,2500,0\n"
                        + "ZZT.US,D,20240313,000000,1042,1060,1030,1055.25,0,0\n",
                "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n"
                        + "2024.03.11\t00:00:00\t1050.5\t1100.25\t1000\t1075.75\t1500\t0\t12\n"
                        + "2024.03.12\t00:00:00\t1075.75\t1080\t1040.5\t1042\t2500\t0\t12\n"
                        + "2024.03.13\t00:00:00\t1042\t1060\t1030\t1055.25\t0\t0\t12\n",
                "unix,date,symbol,open,high,low,close,Volume USDT,Volume BTC\n"
                        + "1710288000,2024-03-13 00:00:00,ZZTUSDT,1042,1060,1030,1055.25,7,0\n"
                        + "1710201600,2024-03-12 00:00:00,ZZTUSDT,1075.75,1080,1040.5,1042,7,2500\n"
                        + "1710115200,2024-03-11 00:00:00,ZZTUSDT,1050.5,1100.25,1000,1075.75,7,1500\n",
            })
    void wholeFiles(String text) {
        areTheThreeDays(read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1710115200000,1050.5,1100.25,1000,1075.75,1500],[1710201600000,1075.75,1080,1040.5,1042,2500],"
                        + "[1710288000000,1042,1060,1030,1055.25,0]]",
                "[{\"time\":1710115200,\"open\":1050.5,\"high\":1100.25,\"low\":1000,\"close\":\"1075.75\",\"volume\":1500},\n"
                        + "{\"time\":1710201600,\"open\":1075.75,\"high\":1080,\"low\":1040.5,\"close\":\"1042\",\"volume\":2500},\n"
                        + "{\"volume\":0,\"time\":1710288000,\"open\":1042,\"high\":1060,\"low\":1030,\"close\":\"1055.25\"}]",
                "{\"s\":\"ok\",\"t\":[1710115200,1710201600,1710288000],\"o\":[1050.5,1075.75,1042],\"h\":[1100.25,1080,1060],"
                        + "\"l\":[1000,1040.5,1030],\"c\":[1075.75,1042,1055.25],\"v\":[1500,2500,0]}",
                "{\"error\":[],\"result\":{\"XZZTZUSD\":[[1710115200,\"1050.5\",\"1100.25\",\"1000\",\"1075.75\",\"1060\",\"1500\",7],"
                        + "[1710201600,\"1075.75\",\"1080\",\"1040.5\",\"1042\",\"1050\",\"2500\",9],"
                        + "[1710288000,\"1042\",\"1060\",\"1030\",\"1055.25\",\"0\",\"0\",0]],\"last\":1710288000}}",
                "{\"Meta Data\":{\"2. Symbol\":\"ZZT\"},\"Time Series (Daily)\":{"
                        + "\"2024-03-13\":{\"1. open\":\"1042\",\"2. high\":\"1060\",\"3. low\":\"1030\",\"4. close\":\"1055.25\",\"5. volume\":\"0\"},"
                        + "\"2024-03-12\":{\"1. open\":\"1075.75\",\"2. high\":\"1080\",\"3. low\":\"1040.5\",\"4. close\":\"1042\",\"5. volume\":\"2500\"},"
                        + "\"2024-03-11\":{\"1. open\":\"1050.5\",\"2. high\":\"1100.25\",\"3. low\":\"1000\",\"4. close\":\"1075.75\",\"5. volume\":\"1500\"}}}",
                "{\"columns\":[\"date\",\"open\",\"high\",\"low\",\"close\",\"volume\"],\"data\":["
                        + "[\"2024-03-11\",1050.5,1100.25,1000,1075.75,1500],[\"2024-03-12\",1075.75,1080,1040.5,1042,2500],"
                        + "[\"2024-03-13\",1042,1060,1030,1055.25,0]]}",
                "{\"open\":{\"1710115200000\":1050.5,\"1710201600000\":1075.75,\"1710288000000\":1042},"
                        + "\"high\":{\"1710115200000\":1100.25,\"1710201600000\":1080,\"1710288000000\":1060},"
                        + "\"low\":{\"1710115200000\":1000,\"1710201600000\":1040.5,\"1710288000000\":1030},"
                        + "\"close\":{\"1710115200000\":1075.75,\"1710201600000\":1042,\"1710288000000\":1055.25},"
                        + "\"volume\":{\"1710115200000\":1500,\"1710201600000\":2500,\"1710288000000\":0}}",
                // an object a line
                "{\"time\":1710115200000,\"open\":1050.5,\"high\":1100.25,\"low\":1000,\"close\":1075.75,\"volume\":1500}\n"
                        + "{\"time\":1710201600000,\"open\":1075.75,\"high\":1080,\"low\":1040.5,\"close\":1042,\"volume\":2500}\n"
                        + "{\"time\":1710288000000,\"open\":1042,\"high\":1060,\"low\":1030,\"close\":1055.25,\"volume\":0}\n",
                // a data frame, split
                "{\"columns\":[\"open\",\"high\",\"low\",\"close\",\"volume\"],\"index\":[1710115200000,1710201600000,1710288000000],"
                        + "\"data\":[[1050.5,1100.25,1000,1075.75,1500],[1075.75,1080,1040.5,1042,2500],[1042,1060,1030,1055.25,0]]}",
                // Yahoo's charts
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"symbol\":\"ZZT\"},\"timestamp\":[1710115200,1710201600,1710288000],"
                        + "\"indicators\":{\"quote\":[{\"high\":[1100.25,1080,1060],\"volume\":[1500,2500,0],\"open\":[1050.5,1075.75,1042],"
                        + "\"low\":[1000,1040.5,1030],\"close\":[1075.75,1042,1055.25]}],\"adjclose\":[{\"adjclose\":[1,2,3]}]}}],\"error\":null}}",
            })
    void json(String text) {
        areTheThreeDays(read("a.json", text.getBytes(StandardCharsets.UTF_8), ImportOptions.NONE));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_16LE, "\uFEFF", "\r\n"),
                Arguments.of(StandardCharsets.UTF_16BE, "\uFEFF", "\n"),
                Arguments.of(StandardCharsets.UTF_16LE, "", "\n"),
                Arguments.of(StandardCharsets.UTF_16BE, "", "\r\n"),
                Arguments.of(StandardCharsets.UTF_8, "\uFEFF", "\r"),
                Arguments.of(StandardCharsets.UTF_8, "", "\r"),
                Arguments.of(StandardCharsets.UTF_16LE, "\uFEFF", "\r"),
                Arguments.of(Charset.forName("windows-1252"), "", "\n"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void lettersAndEndsOfLines(Charset charset, String mark, String lineEnd) {
        String text =
                rows(
                        "Datum,Eröffnung,Hoch,Tief,Schluss,Volumen",
                        "2024-03-11",
                        "2024-03-12",
                        "2024-03-13");

        areTheThreeDays(
                read(
                        "a.csv",
                        (mark + text).replace("\n", lineEnd).getBytes(charset),
                        ImportOptions.NONE));
    }

    @Test
    void jsonIsSaidToBeWhatItIs() {
        String text =
                "\uFEFF[[1710115200000,1,1,1,1,1],\n[1710201600000,1,1,1,1,1],[1710288000000,1,1,1,1,1]]";

        Understanding found =
                read("a.json", text.getBytes(StandardCharsets.UTF_16LE), ImportOptions.NONE)
                        .understood()
                        .getFirst();

        assertThat(found.text()).startsWith("JSON, UTF-16; time");
        assertThat(found.facts())
                .containsEntry("encoding", "UTF-16")
                .doesNotContainKeys("separator", "header");
    }

    @Test
    void rowsAboveTheHeaderAreSaidToBeLeftOut() {
        String three =
                rows("time,open,high,low,close,volume", "2024-03-11", "2024-03-12", "2024-03-13");

        assertThat(read("2024-03-10,1,1,1,1,1\n" + three).notes())
                .anyMatch(note -> note.endsWith("1 row above the header in line 2 is not read"));
        assertThat(read("# of a venue\n\n" + three).notes()).noneMatch(n -> n.contains("above"));
    }

    @Test
    void namesThatSayNothingButBytesThatDo() throws IOException {
        String text =
                rows("time,open,high,low,close,volume", "2024-03-11", "2024-03-12", "2024-03-13");

        areTheThreeDays(read("a.dat", Given.gzipped(text), ImportOptions.NONE));
        areTheThreeDays(read("b", Given.zipped("inner.txt", text), ImportOptions.NONE));
    }
}
