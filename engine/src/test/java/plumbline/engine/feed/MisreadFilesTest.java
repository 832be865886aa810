package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Candle;

/// Files of which a guess would give other prices or times than they have: they are read right, or
/// it is asked. Opens, closes and times are hand-made: day `i` opens at `100 + i` where the day
/// before closed, and closes at `101 + i`.
class MisreadFilesTest {
    private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000L;

    @TempDir Path folder;

    private static String days(IntFunction<String> row) {
        return IntStream.range(0, 20).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private CandleImport.Content read(String text) {
        return Given.read(Optional.empty(), ImportOptions.NONE, Given.file(folder, "a.csv", text));
    }

    private static void isRight(CandleImport.Content content) {
        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            Candle candle = content.candles().candle(i);
            assertThat(candle.openTimeMs()).isEqualTo(FIRST + i * DAY);
            assertThat(candle.open()).isEqualTo(100 + i);
            assertThat(candle.close()).isEqualTo(101 + i);
        }
    }

    private static String date(int day) {
        return "%02d.01.2024".formatted(1 + day);
    }

    /// Investing.com, in the languages in which it exports; the newest day first.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"",
                "\"Data\",\"Ostatnio\",\"Otwarcie\",\"Max.\",\"Min.\",\"Wol.\",\"Zmiana%\"",
                "\"Дата\",\"Цена\",\"Откр.\",\"Макс.\",\"Мин.\",\"Объём\",\"Изм. %\"",
                "\"日期\",\"收盘\",\"开盘\",\"高\",\"低\",\"交易量\",\"涨跌幅\"",
                "\"Tarih\",\"Şimdi\",\"Açılış\",\"Yüksek\",\"Düşük\",\"Hac.\",\"Fark %\"",
                "\"Fecha\",\"Último\",\"Apertura\",\"Máximo\",\"Mínimo\",\"Vol.\",\"% var.\"",
                "\"Date\",\"Dernier\",\"Ouv.\",\"Plus Haut\",\"Plus Bas\",\"Vol.\",\"Variation %\"",
                "\"Data\",\"Ultimo\",\"Apertura\",\"Massimo\",\"Minimo\",\"Vol.\",\"Var. %\"",
                "\"날짜\",\"종가\",\"시가\",\"고가\",\"저가\",\"거래량\",\"변동 %\"",
            })
    void closeBeforeOpenInManyLanguages(String header) {
        String rows =
                days(i -> {
                    int day = 19 - i;
                    return "\"%s\",\"%d,00\",\"%d,00\",\"%d,50\",\"%d,50\",\"1,5K\",\"-0,31%%\""
                            .formatted(date(day), 101 + day, 100 + day, 101 + day, 99 + day);
                });

        CandleImport.Content content = read(header + "\n" + rows);

        isRight(content);
        assertThat(content.candles().candle(3).volume()).isEqualTo(1500);
    }

    @Test
    void namesThatNobodyKnowsAreAskedFor() {
        String rows =
                days(i -> "%s;%d;%d;%d;%d;5".formatted(date(i), 101 + i, 100 + i, 102 + i, 99 + i));

        CandleImport.Content content = read("Päivä;Päätös;Avaus;Ylin;Alin;Vaihto\n" + rows);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().toString())
                .contains("Päivä, Päätös, Avaus, Ylin, Alin, Vaihto")
                .contains("--columns");
    }

    /// Bitfinex and KuCoin, Coinbase, Investing without its header.
    @ParameterizedTest
    @ValueSource(strings = {"ochl", "lhoc", "cohl", "chlo", "ohlc"})
    void withoutNamesOpenAndCloseAreToldByWhatComesAfter(String order) {
        for (boolean newestFirst : new boolean[] {false, true}) {
            String rows =
                    days(i -> {
                        int day = newestFirst ? 19 - i : i;
                        String prices =
                                order.chars()
                                        .mapToObj(c ->
                                                switch (c) {
                                                    case 'o' -> "" + (100 + day);
                                                    case 'c' -> "" + (101 + day);
                                                    case 'h' -> (101 + day) + ".5";
                                                    default -> (99 + day) + ".5";
                                                })
                                        .collect(Collectors.joining(","));
                        return (FIRST + day * DAY) + "," + prices + ",7";
                    });

            isRight(read(rows));
        }
    }

    /// Two rows that jump are no reason to take the usual order for another.
    @Test
    void aFewRowsAreOfTheUsualOrder() {
        CandleImport.Content content =
                read(FIRST + ",100,103,99,102,1\n" + (FIRST + DAY) + ",99,101,98,100,1\n");

        assertThat(content.candles().candle(0).open()).isEqualTo(100);
        assertThat(content.candles().candle(1).close()).isEqualTo(100);
    }

    @Test
    void theNewestFirstOfOneDayWithItsHoursApart() {
        String rows =
                days(i -> {
                    int hour = 19 - i;
                    return "2024.01.01,%02d:00,%d,%d.5,%d.5,%d,1"
                            .formatted(hour, 100 + hour, 101 + hour, 99 + hour, 101 + hour);
                });

        CandleImport.Content content = read(rows);

        assertThat(content.candles().candle(0).open()).isEqualTo(100);
        assertThat(content.candles().candle(19).close()).isEqualTo(120);
    }

    @Test
    void whereNothingTellsOpenFromCloseItIsAsked() {
        String rows = days(i -> (FIRST + i * DAY) + ",100,101,102,99,7"); // open, close, high, low?

        CandleImport.Content content = read(rows);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().toString()).contains("which price is the open");
    }

    /// Gate.io: time, volume in money, close, high, low, open, volume.
    @Test
    void aVolumeIsNoTime() {
        String rows =
                days(i ->
                        "%d,71614%02d.18,%d,%d,%d,%d,171.5"
                                .formatted(
                                        (FIRST + i * DAY) / 1000,
                                        i,
                                        101 + i,
                                        102 + i,
                                        99 + i,
                                        100 + i));

        CandleImport.Content content = read(rows);

        assertThat(content.usable()).isFalse();
        assertThat(content.faults().getFirst().toString()).contains("--columns");
    }

    @Test
    void wholeGermanPricesAreNotAThousandTimesTooSmall() {
        String rows =
                days(i ->
                        "%s;42.0%02d;42.9%02d;41.0%02d;42.5%02d;5.714"
                                .formatted(date(i), i, i, i, i));
        String text = "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n" + rows;

        assertThat(read(text).faults().getFirst().toString())
                .contains("'42.000' may be a thousand or have three decimals", "--decimal ,");
        CandleImport.Content told =
                Given.read(
                        Optional.empty(),
                        new ImportOptions("", "", ",", "", "", "", ""),
                        Given.file(folder, "b.csv", text));
        assertThat(told.candles().candle(0).open()).isEqualTo(42_000);
    }

    /// MetaStock and Forexite.
    @Test
    void aDateAndATimeOfDayOfNamesInBrackets() {
        String rows =
                days(i ->
                        "EURUSD,202401%02d,000000,%d,%d,%d,%d"
                                .formatted(1 + i, 100 + i, 102 + i, 99 + i, 101 + i));

        isRight(read("<TICKER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>\n" + rows));
    }

    @Test
    void aSpanishDayAndHour() {
        String rows =
                days(i ->
                        "2024-01-01;%02d:00;%d;%d;%d;%d;5"
                                .formatted(i, 100 + i, 102 + i, 99 + i, 101 + i));

        CandleImport.Content content =
                read("Fecha;Hora;Apertura;Máximo;Mínimo;Cierre;Volumen\n" + rows);

        assertThat(content.candles().candle(3).openTimeMs()).isEqualTo(FIRST + 3 * 3_600_000L);
    }

    @Test
    void theZoneInTheNameOfTheColumnHolds() {
        String rows =
                days(i ->
                        "2024.01.%02d 02:00:00,%d,%d,%d,%d,1"
                                .formatted(1 + i, 100 + i, 102 + i, 99 + i, 101 + i));

        CandleImport.Content content = read("Time (EET),Open,High,Low,Close,Volume\n" + rows);

        isRight(content);
        assertThat(content.notes())
                .anyMatch(n -> n.contains("'Time (EET)': its times are read as of EET"));
    }

    /// CoinMarketCap has the time of the open, of the close and one of its own.
    @Test
    void theTimeOfTheOpenIsTakenWhereThereIsOne() {
        String rows =
                days(i ->
                        "\"2024-01-%1$02dT00:00:00.000Z\";\"2024-01-%1$02dT23:59:59.999Z\";%2$d;%3$d;%4$d;%5$d;1;9;\"2024-01-%1$02dT23:59:59.999Z\""
                                .formatted(1 + i, 100 + i, 102 + i, 99 + i, 101 + i));

        isRight(read("timeOpen;timeClose;open;high;low;close;volume;marketCap;timestamp\n" + rows));
    }

    @Test
    void aVolumeThatIsNowhereIsZero() {
        for (String nothing : List.of("", "-")) {
            String rows =
                    days(i ->
                            "2024-01-%02d,%d,%d,%d,%d,%s"
                                    .formatted(1 + i, 100 + i, 102 + i, 99 + i, 101 + i, nothing));
            CandleImport.Content content = read("Date,Open,High,Low,Close,Vol.\n" + rows);

            isRight(content);
            assertThat(content.notes())
                    .anyMatch(n -> n.endsWith("there is no column of volume: it is 0"));
        }
    }
}
