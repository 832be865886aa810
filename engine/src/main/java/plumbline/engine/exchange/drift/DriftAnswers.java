package plumbline.engine.exchange.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;
import tools.jackson.databind.JsonNode;

/// Reads what the server of the data answers, beside the list of markets.
final class DriftAnswers {
    private static final BigDecimal LATEST_SECONDS = BigDecimal.valueOf(253_402_300_800L);
    private static final long MINUTE_MS = 60_000;

    /// The program counts prices in millionths, and a price is made of two rounded amounts.
    private static final int PRICE_DECIMALS = 6;

    private static final int FUNDING_DECIMALS = 9;

    /// Of a candle: open, high, low, close, volume. There is a second series of prices, those of
    /// the oracle, at which nothing was traded.
    private static final String[] FIELDS = {
        "fillOpen", "fillHigh", "fillLow", "fillClose", "baseVolume"
    };

    private DriftAnswers() {}

    /// Records of one answer, newest first, and how to ask for those before them.
    record Page<T>(List<T> records, Optional<String> next) {}

    /// `{"success":true,"records":[{"ts":1770732120,"fillOpen":68959.2,..,"baseVolume":0.0039}]}`,
    /// newest first.
    static CandleBuffer candles(byte[] answer) throws ParseException {
        JsonNode rows = records(AnswerJson.tree(answer, "candles"), "candles");
        CandleBuffer candles = new CandleBuffer(rows.size());
        try {
            for (JsonNode row : rows) {
                double[] v = new double[CandleBuffer.VALUES];
                for (int i = 0; i < v.length; i++) {
                    v[i] = AnswerJson.number(row.path(FIELDS[i]), FIELDS[i]).doubleValue();
                }
                String wrong = SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]);
                if (wrong != null) {
                    throw new IllegalArgumentException(wrong);
                }
                candles.add(millis(row), v[0], v[1], v[2], v[3], v[4]);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fault("candle " + (candles.size() + 1), e);
        }
        return candles;
    }

    /// `{"success":true,"records":[{"ts":1770731837,"baseAssetAmountFilled":"0.001000000",
    /// "quoteAssetAmountFilled":"68.936100","fillRecordId":"7062235","action":"fill",
    /// "takerOrderDirection":"long",..}],"meta":{"nextPage":null}}`, newest first.
    ///
    /// @param symbol of the market that was asked for
    static Page<MarketTrade> trades(byte[] answer, String symbol) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "trades");
        List<MarketTrade> trades = new ArrayList<>();
        int at = 0;
        try {
            for (JsonNode row : records(root, "trades")) {
                at++;
                requireMarket(row, symbol);
                // what else happens to orders has no amounts
                if (!row.path("action").asString("fill").equals("fill")) {
                    continue;
                }
                MarketTrade trade = trade(row);
                if (!trades.isEmpty() && trade.timeMs() > trades.getLast().timeMs()) {
                    throw new IllegalArgumentException("it is newer than the one before");
                }
                trades.add(trade);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fault("trade " + at, e);
        }
        return new Page<>(trades, next(root));
    }

    private static MarketTrade trade(JsonNode row) {
        BigDecimal base =
                AnswerJson.number(row.path("baseAssetAmountFilled"), "baseAssetAmountFilled");
        BigDecimal quote =
                AnswerJson.number(row.path("quoteAssetAmountFilled"), "quoteAssetAmountFilled");
        if (base.signum() <= 0) {
            throw new IllegalArgumentException("baseAssetAmountFilled " + base + " is no trade");
        }
        return new MarketTrade(
                AnswerJson.number(row.path("fillRecordId"), "fillRecordId")
                        .toBigIntegerExact()
                        .toString(),
                millis(row),
                quote.divide(base, PRICE_DECIMALS, RoundingMode.HALF_EVEN),
                base,
                switch (row.path("takerOrderDirection").asString("")) {
                    case "long" -> Taker.BUYER;
                    case "short" -> Taker.SELLER;
                    default -> Taker.UNKNOWN;
                });
    }

    /// Rates, newest first. A rate is money for one of the base, so it is divided by the price. Two
    /// forms are known: `records` with decimals, of 2026, and `fundingRates` that are counted in
    /// billionths and their prices in millionths, of the documentation of 2025.
    ///
    /// @param symbol of the market that was asked for
    static Page<FundingRate> funding(byte[] answer, String symbol) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "funding rates");
        boolean counted = root.path("fundingRates").isArray();
        JsonNode rows = counted ? root.path("fundingRates") : records(root, "funding rates");
        List<FundingRate> rates = new ArrayList<>(rows.size());
        try {
            for (JsonNode row : rows) {
                requireMarket(row, symbol);
                rates.add(rate(row, counted));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fault("funding rate " + (rates.size() + 1), e);
        }
        return new Page<>(rates, next(root));
    }

    /// Each hour's payment comes with the first trade of the hour, mostly within seconds.
    private static FundingRate rate(JsonNode row, boolean counted) {
        BigDecimal money = AnswerJson.number(row.path("fundingRate"), "fundingRate");
        BigDecimal price = AnswerJson.number(row.path("oraclePriceTwap"), "oraclePriceTwap");
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("oraclePriceTwap " + price + " is no price");
        }
        BigDecimal rate =
                counted
                        ? money.movePointLeft(FUNDING_DECIMALS)
                                .divide(price.movePointLeft(PRICE_DECIMALS), MathContext.DECIMAL64)
                        : money.divide(price, MathContext.DECIMAL64);
        long ms = millis(row);
        return new FundingRate(ms - ms % MINUTE_MS, rate);
    }

    private static JsonNode records(JsonNode root, String what) throws ParseException {
        JsonNode rows = root.path("records");
        if (!rows.isArray()) {
            throw new ParseException(what + " are missing", -1);
        }
        return rows;
    }

    private static Optional<String> next(JsonNode root) {
        String page = root.path("meta").path("nextPage").asString("");
        return page.isEmpty() ? Optional.empty() : Optional.of(page);
    }

    /// Where a record says of which market it is.
    private static void requireMarket(JsonNode row, String symbol) {
        String name = row.path("symbol").asString(symbol);
        if (!name.equals(symbol)) {
            throw new IllegalArgumentException("it is of " + name + ", not of " + symbol);
        }
    }

    /// Whole seconds, as a number or as text.
    private static long millis(JsonNode row) {
        BigDecimal seconds = AnswerJson.number(row.path("ts"), "ts");
        if (seconds.signum() <= 0 || seconds.compareTo(LATEST_SECONDS) >= 0) {
            throw new IllegalArgumentException("ts " + seconds + " is none");
        }
        return seconds.movePointRight(3).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    private static ParseException fault(String where, RuntimeException why) {
        ParseException fault = new ParseException(where + ": " + why.getMessage(), -1);
        fault.initCause(why);
        return fault;
    }
}
