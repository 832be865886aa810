package plumbline.simulator.binance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.simulator.market.PriceModel;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.market.SimulatedMarket;

/// The futures: three perpetuals near the spot's prices, and one future on Bitcoin for each
/// quarter, which begins when the one before it ends.
final class FuturesMarkets {
    /// Decimals of prices on the wire, hours between payments of funding, then as in
    /// [SimulatedMarket#table].
    private static final String PERPETUALS =
            """
            2 8 BTCUSDT BTC USDT 1 3 2019-09-25 - = 40000 0.03 0.0008 28800 60 100
            2 8 ETHUSDT ETH USDT 2 3 2019-11-27 - = 2000 0.04 0.0009 20160 900 20
            6 4 1000SHIBUSDT 1000SHIB USDT 6 0 2021-05-11 - SHIBUSDT 0.02 0.06 0.0012 8640 1800 5
            """;

    private static final int USUAL_FUNDING_HOURS = 8;
    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2039;
    private static final long DAY_MS = 86_400_000;
    private static final long DELIVERY_MS = 8 * 3_600_000L;
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private FuturesMarkets() {}

    static List<FuturesContract> all() {
        List<FuturesContract> all = new ArrayList<>();
        for (String line : PERPETUALS.lines().toList()) {
            String[] words = line.split(" ", 3);
            SimulatedMarket market = SimulatedMarket.table(words[2]).getFirst();
            all.add(
                    new FuturesContract(
                            market,
                            market.symbol(),
                            Integer.parseInt(words[0]),
                            Integer.parseInt(words[1]),
                            FuturesContract.NEVER_MS));
        }
        LocalDate listed = lastFriday(YearMonth.of(FIRST_YEAR - 1, 12));
        for (int quarter = 0; quarter < 4 * (LAST_YEAR - FIRST_YEAR + 1); quarter++) {
            LocalDate ends = lastFriday(YearMonth.of(FIRST_YEAR, 3).plusMonths(3L * quarter));
            all.add(quarterly(listed, ends));
            listed = ends;
        }
        return all;
    }

    /// Perpetuals of given candles, whose prices have the decimals of these.
    static List<FuturesContract> of(List<RecordedMarket> given) {
        return given.stream()
                .map(RecordedMarket::market)
                .map(market ->
                        new FuturesContract(
                                market,
                                market.symbol(),
                                market.priceDecimals(),
                                USUAL_FUNDING_HOURS,
                                FuturesContract.NEVER_MS))
                .toList();
    }

    private static LocalDate lastFriday(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }

    /// Trades until the midnight before it is delivered.
    private static FuturesContract quarterly(LocalDate listed, LocalDate ends) {
        long endsMs = ends.toEpochDay() * DAY_MS;
        SimulatedMarket market =
                new SimulatedMarket(
                        "BTCUSDT_" + SUFFIX.format(ends),
                        "BTC",
                        "USDT",
                        1,
                        3,
                        listed.toEpochDay() * DAY_MS,
                        endsMs,
                        new PriceModel("BTCUSDT", 40_000, 0.03, 0.0006, 0.07, endsMs),
                        5760,
                        90,
                        "100",
                        4);
        return new FuturesContract(market, "BTCUSDT", 1, 0, endsMs + DELIVERY_MS);
    }
}
