package plumbline.engine.exchange.drift;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import plumbline.engine.exchange.drift.Drift.Deployment;
import plumbline.engine.exchange.http.MadeTime;
import plumbline.engine.exchange.http.PlayedVenue;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.MarketId;

/// The servers of a deployment over real sockets, as its own source has them: `startTs` within the
/// answer, refused if it is in the future; pages by tokens.
final class PlayedDrift implements AutoCloseable {
    static final Instrument SOL =
            new Instrument(
                    MarketId.parse("velocity:SOL/USDT:USDT"),
                    "SOL-PERP",
                    InstrumentKind.PERPETUAL,
                    TradingStatus.TRADING,
                    new BigDecimal("0.000001"),
                    new BigDecimal("0.000000001"),
                    Limits.NONE,
                    Contract.of("SOL"));

    /// When there is a candle of a minute, in milliseconds.
    final NavigableSet<Long> minutes = new TreeSet<>();

    /// When each trade was, in seconds, oldest first; its number is its place, from 1.
    final List<Long> trades = new ArrayList<>();

    /// What is answered to other paths.
    final List<Map.Entry<String, String>> answers = new ArrayList<>();

    /// So many candles at most are answered, whatever is asked for.
    int mostRows = 1000;

    final PlayedVenue venue;
    final Drift drift;

    PlayedDrift() throws IOException {
        venue = new PlayedVenue(this::answer);
        drift =
                new Drift(
                        Deployment.VELOCITY,
                        venue.server.url() + "/data",
                        venue.server.url() + "/dlob",
                        venue.transport,
                        venue.timing(),
                        venue.events);
    }

    /// A candle of each minute up to the one that forms now.
    void everyMinute(long fromMs) {
        for (long at = fromMs; at <= MadeTime.START; at += 60_000) {
            minutes.add(at);
        }
    }

    private String answer(String path, Map<String, String> query) {
        Optional<String> told =
                answers.stream()
                        .filter(one -> one.getKey().equals(path))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (told.isPresent()) {
            return told.get();
        }
        return switch (path) {
            case "/data/market/SOL-PERP/candles/1" -> candles(query, 60_000);
            case "/data/market/SOL-PERP/candles/D" -> candles(query, 86_400_000);
            case "/data/market/SOL-PERP/trades" -> trades(query);
            default -> "{\"success\":false,\"message\":\"no " + path + "\"}";
        };
    }

    private String candles(Map<String, String> query, long millis) {
        long start = Long.parseLong(query.get("startTs")) * 1000;
        int limit = Integer.parseInt(query.get("limit"));
        if (start > venue.time.millis() || limit > 1000 || start < 1_668_470_400_000L) {
            return "{\"success\":false,\"error\":\"ValidationError\",\"message\":\"no\"}";
        }
        NavigableSet<Long> opens = new TreeSet<>();
        minutes.forEach(ms -> opens.add(Math.floorDiv(ms, millis) * millis));
        StringBuilder rows = new StringBuilder();
        opens.headSet(start, true).descendingSet().stream()
                .limit(Math.min(limit, mostRows))
                .forEach(ms ->
                        rows.append(rows.isEmpty() ? "" : ",")
                                .append(
                                        "{\"ts\":%d,\"fillOpen\":2,\"fillHigh\":3.5,\"fillClose\":2.5,\"fillLow\":1,\"oracleOpen\":9,\"quoteVolume\":8,\"baseVolume\":0.5}"
                                                .formatted(ms / 1000)));
        return "{\"success\":true,\"records\":[" + rows + "]}";
    }

    private String trades(Map<String, String> query) {
        int limit = Integer.parseInt(query.get("limit"));
        int last = Integer.parseInt(query.getOrDefault("page", "" + trades.size()));
        StringBuilder rows = new StringBuilder();
        for (int i = last; i > Math.max(0, last - limit); i--) {
            rows.append(rows.isEmpty() ? "" : ",")
                    .append(
                            "{\"ts\":%d,\"baseAssetAmountFilled\":\"0.5\",\"quoteAssetAmountFilled\":\"40\",\"action\":\"fill\",\"fillRecordId\":\"%d\",\"symbol\":\"SOL-PERP\",\"takerOrderDirection\":\"%s\"}"
                                    .formatted(
                                            trades.get(i - 1), i, i % 2 == 0 ? "long" : "short"));
        }
        String next = last - limit > 0 ? "\"" + (last - limit) + "\"" : "null";
        return "{\"success\":true,\"records\":[%s],\"meta\":{\"nextPage\":%s}}"
                .formatted(rows, next);
    }

    @Override
    public void close() throws IOException {
        drift.close();
        venue.close();
    }
}
