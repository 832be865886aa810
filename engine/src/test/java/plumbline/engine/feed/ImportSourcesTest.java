package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.Timeframe;

/// What the well-known sources write, in the form that they document, taken with the command that
/// `docs/importing.md` gives; the table there is this one.
class ImportSourcesTest {
    /// @param writes what is special about it
    /// @param options of the command
    /// @param candles how many the sample has
    record Source(
            String name, String writes, String file, String options, int candles, String sample) {

        /// A row of the table.
        String row() {
            return "| "
                    + name
                    + " | "
                    + writes
                    + " | `plumbline data import "
                    + file
                    + " --market M "
                    + options
                    + "` |";
        }

        String option(String wanted) {
            List<String> words = List.of(options.split(" "));
            int at = words.indexOf(wanted);
            return at < 0 ? "" : words.get(at + 1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir Path folder;

    static Stream<Source> sources() {
        return Stream.of(
                new Source(
                        "TradingView",
                        "*Export chart data*, ISO or unix times; plots are passed over",
                        "tv.csv",
                        "--timeframe 1h",
                        3,
                        "time,open,high,low,close,Plot,Plot,Volume\n2024-01-08T09:00:00-05:00,1,3,1,2,NaN,,5\n2024-01-08T10:00:00-05:00,2,3,1,2,NaN,1,5\n2024-01-08T11:00:00-05:00,2,3,1,2,NaN,1,5\n"),
                new Source(
                        "Yahoo Finance",
                        "the site's CSV, and yfinance's with its three lines of header; adjusted closes are passed over",
                        "yahoo.csv",
                        "--timeframe 1d",
                        3,
                        "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-08,1,3,1,2,1.9,5\n2024-01-09,2,3,1,2,1.9,5\n2024-01-10,2,3,1,2,1.9,5\n"),
                new Source(
                        "Binance",
                        "archives of data.binance.vision as they are, with or without header, milliseconds or microseconds",
                        "BTCUSDT-1m-2024-01.csv",
                        "--timeframe 1m",
                        2,
                        "1704067200000000,1,2,1,2,5,1704067259999999,8,3,1,1,0\n1704067260000000,1,2,1,2,5,1704067319999999,8,3,1,1,0\n"),
                new Source(
                        "Kraken",
                        "OHLCVT archives; of an archive of several the file of the timeframe, or `--member`",
                        "XBTUSD_60.csv",
                        "--timeframe 1h",
                        3,
                        "1688947200,1,3,1,2,0.7,14\n1688950800,2,3,1,2,0.7,14\n1688954400,2,3,1,2,0.7,14\n"),
                new Source(
                        "Kraken's interface",
                        "the JSON of `OHLC`, whose average price is told from the volume",
                        "kraken.json",
                        "--timeframe 1h",
                        3,
                        "{\"error\":[],\"result\":{\"XXBTZUSD\":[[1688947200,\"1\",\"3\",\"1\",\"2\",\"2\",\"5\",14],[1688950800,\"2\",\"3\",\"1\",\"2\",\"2\",\"5\",14],[1688954400,\"2\",\"3\",\"1\",\"2\",\"2\",\"5\",14]],\"last\":1688954400}}"),
                new Source(
                        "Coinbase's interface",
                        "newest first, `low` before `high` before `open`",
                        "coinbase.json",
                        "--timeframe 1h",
                        3,
                        "[[1688954400,1,3,2,2.5,5],[1688950800,1,3,2,2,5],[1688947200,1,3,1,2,5]]"),
                new Source(
                        "Bitfinex's interface",
                        "`close` before `high` before `low`",
                        "bitfinex.json",
                        "--timeframe 1h",
                        3,
                        "[[1688954400000,2,2.5,3,1,5],[1688950800000,2,2,3,1,5],[1688947200000,1,2,3,1,5]]"),
                new Source(
                        "BitMEX",
                        "its candles are stamped with their close",
                        "bitmex.csv",
                        "--timeframe 1m --time close",
                        3,
                        "timestamp,symbol,open,high,low,close,trades,volume\n2019-01-01T00:01:00.000Z,XBTUSD,1,3,1,2,9,5\n2019-01-01T00:02:00.000Z,XBTUSD,2,3,1,2,9,5\n2019-01-01T00:03:00.000Z,XBTUSD,2,3,1,2,9,5\n"),
                new Source(
                        "CryptoDataDownload",
                        "banner, newest first, `07-PM`; the volume in coins is taken",
                        "cdd.csv",
                        "--timeframe 1h",
                        3,
                        "https://www.CryptoDataDownload.com\nDate,Symbol,Open,High,Low,Close,Volume BTC,Volume USD\n2019-10-01 07-PM,BTCUSD,2,3,1,2,5,10\n2019-10-01 06-PM,BTCUSD,2,3,1,2,5,10\n2019-10-01 05-PM,BTCUSD,1,3,1,2,5,10\n"),
                new Source(
                        "freqtrade",
                        "its JSON; its Feather files are named with the way to Parquet",
                        "BTC_USDT-5m.json",
                        "--timeframe 5m",
                        3,
                        "[[1704067200000,1,3,1,2,5],[1704067500000,2,3,1,2,5],[1704067800000,2,3,1,2,5]]"),
                new Source(
                        "ccxt",
                        "rows of `fetch_ohlcv` without a header",
                        "ccxt.csv",
                        "--timeframe 1h",
                        3,
                        "1704067200000,1,3,1,2,5\n1704070800000,2,3,1,2,5\n1704074400000,2,3,1,2,5\n"),
                new Source(
                        "MetaTrader 5",
                        "*Export bars*; times are the broker's, so say its zone",
                        "EURUSD_H1.csv",
                        "--timeframe 1h --zone Europe/Athens",
                        3,
                        "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2024.01.02\t00:00:00\t1\t3\t1\t2\t5\t0\t12\n2024.01.02\t01:00:00\t2\t3\t1\t2\t5\t0\t12\n2024.01.02\t02:00:00\t2\t3\t1\t2\t5\t0\t12\n"),
                new Source(
                        "MetaTrader 4",
                        "*Export*, without a header",
                        "EURUSD60.csv",
                        "--timeframe 1h --zone Europe/Athens",
                        3,
                        "2024.01.02,00:00,1,3,1,2,5\n2024.01.02,01:00,2,3,1,2,5\n2024.01.02,02:00,2,3,1,2,5\n"),
                new Source(
                        "Dukascopy",
                        "JForex and dukascopy-node",
                        "dukascopy.csv",
                        "--timeframe 1h",
                        3,
                        "Gmt time,Open,High,Low,Close,Volume\n02.01.2020 00:00:00.000,1,3,1,2,5\n02.01.2020 01:00:00.000,2,3,1,2,5\n02.01.2020 02:00:00.000,2,3,1,2,5\n"),
                new Source(
                        "HistData",
                        "ASCII one-minute bars; Eastern time without summer time",
                        "DAT_ASCII_EURUSD_M1_2012.csv",
                        "--timeframe 1m --zone EST",
                        3,
                        "20120201 000000;1;3;1;2;0\n20120201 000100;2;3;1;2;0\n20120201 000200;2;3;1;2;0\n"),
                new Source(
                        "Nasdaq",
                        "`Close/Last`, dollars, month first, newest first",
                        "nasdaq.csv",
                        "--timeframe 1d",
                        3,
                        "Date,Close/Last,Volume,Open,High,Low\n03/15/2022,$2,5,$2,$3,$1\n03/14/2022,$2,5,$2,$3,$1\n03/11/2022,$2,5,$1,$3,$1\n"),
                new Source(
                        "Stooq",
                        "with and without intraday times",
                        "stooq.txt",
                        "--timeframe 1h",
                        3,
                        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nZZT.US,60,20240311,150000,1,3,1,2,5,0\nZZT.US,60,20240311,160000,2,3,1,2,5,0\nZZT.US,60,20240311,170000,2,3,1,2,5,0\n"),
                new Source(
                        "Investing.com",
                        "in nine languages; `Price` is the close; `Vol.` with K, M and B",
                        "investing.csv",
                        "--timeframe 1d",
                        3,
                        "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"03/13/2024\",\"1,055.2\",\"1,042.0\",\"1,060.0\",\"1,030.0\",\"2.5M\",\"1.27%\"\n\"03/12/2024\",\"1,042.0\",\"1,075.7\",\"1,080.0\",\"1,040.5\",\"2.5K\",\"-3.14%\"\n\"03/11/2024\",\"1,075.7\",\"1,050.5\",\"1,100.2\",\"1,000.0\",\"1.5B\",\"2.40%\"\n"),
                new Source(
                        "Alpha Vantage",
                        "CSV, and JSON by date, whose zone is taken",
                        "alpha.csv",
                        "--timeframe 1d",
                        3,
                        "timestamp,open,high,low,close,volume\n2024-03-13,2,3,1,2,5\n2024-03-12,2,3,1,2,5\n2024-03-11,1,3,1,2,5\n"),
                new Source(
                        "Interactive Brokers",
                        "ib_async and ib_insync; each row names its zone",
                        "ib.csv",
                        "--timeframe 30m",
                        3,
                        "date,open,high,low,close,volume,average,barCount\n20250714 09:30:00 US/Eastern,1,3,1,2,5,2,9\n20250714 10:00:00 US/Eastern,2,3,1,2,5,2,9\n20250714 10:30:00 US/Eastern,2,3,1,2,5,2,9\n"),
                new Source(
                        "Massive (Polygon)",
                        "flat files of aggregates in nanoseconds; one ticker at a time",
                        "2025-04-16.csv",
                        "--timeframe 1m --symbol AAA",
                        2,
                        "ticker,volume,open,close,high,low,window_start,transactions\nAAA,5,1,2,3,1,1744790400000000000,2\nAAA,5,2,2,3,1,1744790460000000000,3\nBBB,5,7,8,9,7,1744790400000000000,5\n"),
                new Source(
                        "HTX's interface",
                        "`id` is the time and `amount` the volume",
                        "htx.csv",
                        "--timeframe 1h",
                        3,
                        "id,open,close,low,high,amount,vol,count\n1710115200,10,11,9,12,5,52,3\n1710118800,11,11,9,12,6,63,3\n1710122400,11,10,9,12,7,72,3\n"),
                new Source(
                        "Twelve Data",
                        "JSON, whose zone is taken",
                        "twelve.json",
                        "--timeframe 1h",
                        2,
                        "{\"meta\":{\"symbol\":\"AAA\",\"exchange_timezone\":\"America/New_York\"},\"values\":[{\"datetime\":\"2024-03-12 10:30:00\",\"open\":\"1\",\"high\":\"3\",\"low\":\"1\",\"close\":\"2\",\"volume\":\"5\"},{\"datetime\":\"2024-03-12 09:30:00\",\"open\":\"1\",\"high\":\"3\",\"low\":\"1\",\"close\":\"2\",\"volume\":\"5\"}]}"),
                new Source(
                        "Finnhub, TradingView's UDF",
                        "JSON with a list for each column",
                        "udf.json",
                        "--timeframe 1d",
                        3,
                        "{\"s\":\"ok\",\"t\":[1710115200,1710201600,1710288000],\"o\":[1,2,2],\"h\":[3,3,3],\"l\":[1,1,1],\"c\":[2,2,2],\"v\":[5,5,5]}"),
                new Source(
                        "German banks and brokers",
                        "semicolons, decimal commas, day first",
                        "onvista.csv",
                        "--timeframe 1d --zone Europe/Berlin",
                        3,
                        "Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n11.03.2024;1.050,5;1.100,2;1.000;1.075,7;1.500\n12.03.2024;1.075,7;1.080;1.040,5;1.042;2.500\n13.03.2024;1.042;1.060;1.030;1.055,2;0\n"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isTakenWithItsCommand(Source source) {
        ImportOptions options =
                new ImportOptions(
                        "",
                        "",
                        "",
                        source.option("--zone"),
                        source.option("--time"),
                        source.option("--symbol"),
                        "");
        Timeframe timeframe = Timeframe.of(source.option("--timeframe")).orElseThrow();
        Path file = Given.file(folder, source.file(), source.sample());

        CandleImport.Content content = Given.read(Optional.of(timeframe), options, file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.candles().size()).isEqualTo(source.candles());
        assertThat(content.candles().high()[0]).isGreaterThan(content.candles().low()[0]);
        assertThat(content.candles().close()[0]).isGreaterThan(content.candles().open()[0]);
        assertThat(Given.read(Optional.empty(), options, file).key().timeframe())
                .as("told from the rows")
                .isEqualTo(timeframe);
    }

    @Test
    void theTableOfTheDocumentIsThisOne() throws IOException {
        Path document = Path.of("..", "docs", "importing.md");

        assertThat(Files.readAllLines(document))
                .containsSubsequence(sources().map(Source::row).toList());
    }
}
