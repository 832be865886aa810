package plumbline.engine.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Resampler;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.market.TradeTick;

/// The bundled market: 100,000 real trades of Bitstamp BTC/USD, 2013-11-25 to 2013-12-01, and the
/// candles that are built of them.
public final class SampleTrades {
    /// The venue is called `sample`, so that these candles are never mistaken for or mixed with
    /// others.
    public static final MarketId MARKET = MarketId.parse("sample:BTC/USD");

    /// How the data is marked wherever it shows.
    public static final String SOURCE = "sample: Bitstamp 2013";

    /// What is stored of it.
    public static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1);

    private SampleTrades() {}

    /// Reads trades `seconds,price,amount` under a header, in order of time; the order of the file
    /// holds among trades of the same second.
    public static List<TradeTick> read(InputStream csv) throws IOException {
        List<TradeTick> trades = new ArrayList<>(100_000);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                trades.add(
                        new TradeTick(
                                Long.parseLong(fields[0]) * 1000,
                                Double.parseDouble(fields[1]),
                                Double.parseDouble(fields[2])));
            }
        }
        trades.sort(Comparator.comparingLong(TradeTick::timeMs));
        return trades;
    }

    /// Whether the store has the sample already.
    public static boolean isStored(CandleRepository repository) {
        return TIMEFRAMES.stream()
                .allMatch(t -> repository.info(new SeriesKey(MARKET, t)).isPresent());
    }

    /// Candles of the trades, without the last one: the trades end in its middle.
    public static CandleSeries candles(List<TradeTick> trades, Timeframe timeframe) {
        CandleSeries all = Resampler.ofTrades(trades, timeframe);
        return all.slice(0, all.size() - 1);
    }

    /// Builds the candles and stores them.
    ///
    /// @param csv the trades, see [#read]
    public static void store(InputStream csv, CandleRepository repository) throws IOException {
        List<TradeTick> trades = read(csv);
        for (Timeframe timeframe : TIMEFRAMES) {
            repository.upsert(new SeriesKey(MARKET, timeframe), candles(trades, timeframe), SOURCE);
        }
    }
}
