package plumbline.simulator.pack;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.engine.feed.CandleFileFormat;
import plumbline.engine.feed.CandleImport;
import plumbline.engine.feed.ImportOptions;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.simulator.market.PriceModel;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.market.SimulatedMarket;

/// Reads the candles of one market and finds out its steps.
final class PackReader {
    private static final String SYMBOL = "[\\p{L}\\p{N}._-]{1,50}";
    private static final long DAY_MS = 86_400_000;
    private static final int MOST_DECIMALS = 8;
    private static final double MOST_UNITS = 0x1p53;
    private static final double MOST_WORTH = 4e18;
    private static final double USUAL_TRADES = 7;

    private final PackSource source;
    private final Instant now;
    private final List<String> faults;

    /// @param faults what is wrong is added here
    PackReader(PackSource source, Instant now, List<String> faults) {
        this.source = source;
        this.now = now;
        this.faults = faults;
    }

    Optional<RecordedMarket> read() throws IOException {
        if (!source.symbol().matches(SYMBOL)) {
            fault("a symbol has letters, digits, '.', '_' and '-' alone");
            return Optional.empty();
        }
        if (source.files().isEmpty()) {
            fault("no file of it can be read; name one at least");
            return Optional.empty();
        }
        CandleImport.Content content;
        try {
            content =
                    new CandleImport(
                                    new MarketId("file", source.base(), source.quote(), null),
                                    source.timeframe(),
                                    CandleFileFormat.AUTO,
                                    ImportOptions.NONE,
                                    now)
                            .read(source.files(), () -> false, _ -> {});
        } catch (IllegalArgumentException e) { // a name that is none of a market
            fault(ErrorText.of(e));
            return Optional.empty();
        }
        int before = faults.size();
        content.faults().forEach(fault -> faults.add(fault + "; correct or remove it"));
        if (content.faultCount() > content.faults().size()) {
            fault("%,d faults in all".formatted(content.faultCount()));
        }
        Timeframe timeframe = content.key().timeframe();
        CandleSeries candles = content.candles();
        if (candles.isEmpty() && faults.size() == before) {
            fault("there is no finished candle in its files");
        }
        if (timeframe.millis() < Timeframe.M1.millis()
                || timeframe.millis() > Timeframe.D1.millis()) {
            fault("its candles are of " + timeframe + "; those of 1m to 1d can be played");
        }
        return faults.size() > before ? Optional.empty() : market(timeframe, candles);
    }

    private void fault(String what) {
        String where = source.files().isEmpty() ? "" : source.files().getFirst() + ": ";
        faults.add(where + source.symbol() + ": " + what);
    }

    private Optional<RecordedMarket> market(Timeframe timeframe, CandleSeries candles) {
        for (int i = 0; i < candles.size(); i++) {
            long open = candles.openTime()[i];
            if (timeframe.openOf(open) != open || candles.low()[i] <= 0) {
                fault(
                        "the candle of "
                                + Instant.ofEpochMilli(open)
                                + (candles.low()[i] <= 0
                                        ? " has a price that is not above 0"
                                        : " does not open on the grid of " + timeframe)
                                + "; exchanges have no such candles, remove it");
                return Optional.empty();
            }
        }
        int price =
                decimals(
                        "price",
                        source.tick(),
                        candles.open(),
                        candles.high(),
                        candles.low(),
                        candles.close());
        int lot = decimals("volume", source.lot(), candles.volume());
        return price < 0 || lot < 0
                ? Optional.empty()
                : Optional.of(new RecordedMarket(listed(candles, price, lot), timeframe, candles));
    }

    /// How many decimals the values have; -1 if there is no such number, which is a fault then.
    private int decimals(String what, Optional<Integer> said, double[]... columns) {
        int decimals = said.orElse(0);
        for (double[] column : columns) {
            for (double value : column) {
                while (!RecordedMarket.isWhole(value, decimals)) {
                    if (said.isPresent()) {
                        fault(what + " " + value + " is no multiple of the step in the manifest");
                        return -1;
                    }
                    decimals++;
                    if (decimals > MOST_DECIMALS) {
                        fault(
                                what
                                        + " "
                                        + value
                                        + " has more than 8 decimals or 15 digits; round it");
                        return -1;
                    }
                }
                if (value * Math.pow(10, decimals) >= MOST_UNITS) {
                    fault(what + " " + value + " has more than 15 digits with its step; round it");
                    return -1;
                }
            }
        }
        return decimals;
    }

    private SimulatedMarket listed(CandleSeries candles, int price, int lot) {
        double volume = 0;
        double worth = 0;
        for (int i = 0; i < candles.size(); i++) {
            volume += candles.volume()[i];
            worth += candles.volume()[i] * candles.high()[i];
        }
        int worthDecimals = Math.min(MOST_DECIMALS, price + lot);
        while (worthDecimals > 0 && worth * Math.pow(10, worthDecimals) > MOST_WORTH) {
            worthDecimals--; // so that the sum of all is a number of 64 bits
        }
        double mean = volume / candles.size() * Math.pow(10, lot) / USUAL_TRADES;
        return new SimulatedMarket(
                source.symbol(),
                source.base(),
                source.quote(),
                price,
                lot,
                Math.floorDiv(candles.firstOpenMs(), DAY_MS) * DAY_MS,
                SimulatedMarket.NEVER,
                PriceModel.near(source.symbol(), candles.close()[candles.size() - 1], 0.03, 0),
                28_800,
                (int) Math.clamp((long) mean, 1, 1_000_000_000),
                "1",
                worthDecimals);
    }
}
