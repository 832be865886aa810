package plumbline.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// The whole list of trades of one run stands in a file; the engine and a second simulator, written
/// here in decimal arithmetic and as plainly as can be, both give it.
class GoldenTradesTest {
    private static final String FILE = "/golden/sma-cross-trades.csv";
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal FEE = new BigDecimal("0.001");
    private static final BigDecimal SLIPPAGE = new BigDecimal("0.0005");
    private static final BigDecimal STOP = new BigDecimal("0.03");
    private static final int FAST = 4;
    private static final int SLOW = 12;
    private static final int CANDLES = 400;

    /// One candle in cents.
    private record Cents(long open, long high, long low, long close) {}

    /// A walk of the linear congruential generator of the C standard's example.
    private static List<Cents> walk() {
        List<Cents> candles = new ArrayList<>();
        long state = 2024;
        long price = 10_000;
        for (int i = 0; i < CANDLES; i++) {
            long[] drawn = new long[4];
            for (int k = 0; k < 4; k++) {
                state = (state * 1_103_515_245L + 12_345) & 0x7fff_ffffL;
                drawn[k] = (state >> 16) % 201;
            }
            long open = price + (drawn[0] - 100) / 4;
            long close = open + drawn[1] - 100;
            candles.add(
                    new Cents(
                            open,
                            Math.max(open, close) + drawn[2] / 3,
                            Math.min(open, close) - drawn[3] / 3,
                            close));
            price = close;
        }
        return candles;
    }

    /// One line of the file.
    private record Line(
            int entry,
            BigDecimal entryPrice,
            int exit,
            BigDecimal exitPrice,
            BigDecimal quantity,
            BigDecimal profit,
            String reason) {
        String text() {
            return String.join(
                    ",",
                    String.valueOf(entry),
                    rounded(entryPrice),
                    String.valueOf(exit),
                    rounded(exitPrice),
                    rounded(quantity),
                    rounded(profit),
                    reason);
        }

        private static String rounded(BigDecimal value) {
            return value.setScale(8, RoundingMode.HALF_EVEN).toPlainString();
        }
    }

    /// The second simulator: long only, filled at the next open, all in, a stop of 3 %.
    private static final class Plain {
        private final List<Cents> candles = walk();
        private final List<Line> lines = new ArrayList<>();
        private BigDecimal cash = BigDecimal.valueOf(10_000);
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal entryPrice = BigDecimal.ZERO;
        private BigDecimal paid = BigDecimal.ZERO;
        private int entry;

        List<Line> run() {
            int side = 0;
            int wish = 0;
            for (int i = 0; i < CANDLES; i++) {
                BigDecimal open = price(candles.get(i).open());
                if (wish > 0) {
                    buy(i, open);
                } else if (wish < 0) {
                    sell(i, open, "SMA 4 below SMA 12");
                }
                wish = 0;
                BigDecimal stop = entryPrice.multiply(BigDecimal.ONE.subtract(STOP));
                if (holds() && price(candles.get(i).low()).compareTo(stop) <= 0) {
                    sell(i, open.min(stop), "stop");
                }
                int now = i < SLOW - 1 ? 0 : Long.signum(sum(i, FAST) * SLOW - sum(i, SLOW) * FAST);
                if (now != 0 && now != side) {
                    boolean crossed = side != 0;
                    side = now;
                    wish = crossed && (now > 0) != holds() ? now : 0;
                }
            }
            if (holds()) {
                sell(CANDLES - 1, price(candles.getLast().close()), "end-of-data");
            }
            return lines;
        }

        private boolean holds() {
            return quantity.signum() > 0;
        }

        private long sum(int last, int count) {
            return candles.subList(last - count + 1, last + 1).stream()
                    .mapToLong(Cents::close)
                    .sum();
        }

        private void buy(int i, BigDecimal at) {
            entry = i;
            entryPrice = at.multiply(BigDecimal.ONE.add(SLIPPAGE));
            quantity = cash.divide(entryPrice.multiply(BigDecimal.ONE.add(FEE)), DIGITS);
            paid = quantity.multiply(entryPrice).multiply(FEE);
        }

        private void sell(int i, BigDecimal at, String reason) {
            BigDecimal exitPrice = at.multiply(BigDecimal.ONE.subtract(SLIPPAGE));
            BigDecimal profit =
                    quantity.multiply(exitPrice.subtract(entryPrice))
                            .subtract(paid)
                            .subtract(quantity.multiply(exitPrice).multiply(FEE));
            lines.add(new Line(entry, entryPrice, i, exitPrice, quantity, profit, reason));
            cash = cash.add(profit);
            quantity = BigDecimal.ZERO;
        }

        private static BigDecimal price(long cents) {
            return BigDecimal.valueOf(cents, 2);
        }
    }

    private static List<String> file() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoldenTradesTest.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("entry"))
                    .toList();
        }
    }

    @Test
    void theSecondSimulatorGivesTheList() throws IOException {
        assertThat(new Plain().run().stream().map(Line::text)).containsExactlyElementsOf(file());
    }

    @Test
    void theEngineGivesTheList() throws IOException {
        StrategyDefinition definition = BuiltInStrategies.library().find("sma-cross");
        Assumptions assumptions = Assumptions.DEFAULT.withFee(0.001).withSlippage(0.0005);

        List<Trade> trades =
                Backtester.run(
                                definition.make(
                                        definition.values(
                                                Map.of("fast", "4", "slow", "12", "stop", "3%"))),
                                Scripted.MARKET,
                                candles(),
                                assumptions,
                                JobControl.NONE)
                        .trades();

        List<String> lines = file();
        assertThat(trades).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            Trade trade = trades.get(i);
            assertThat(trade.entryIndex()).isEqualTo(Integer.parseInt(cells[0]));
            assertThat(trade.entryPrice()).isCloseTo(number(cells[1]), within(1e-7));
            assertThat(trade.exitIndex()).isEqualTo(Integer.parseInt(cells[2]));
            assertThat(trade.exitPrice()).isCloseTo(number(cells[3]), within(1e-7));
            assertThat(trade.quantity()).isCloseTo(number(cells[4]), within(1e-7));
            assertThat(trade.profit()).isCloseTo(number(cells[5]), within(1e-6));
            assertThat(trade.exitReason()).isEqualTo(cells[6]);
        }
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private static CandleSeries candles() {
        CandleSeries.Builder out = CandleSeries.builder(CANDLES);
        for (Cents c : walk()) {
            out.add(
                    out.size() * 60_000L,
                    c.open() / 100.0,
                    c.high() / 100.0,
                    c.low() / 100.0,
                    c.close() / 100.0,
                    1);
        }
        return out.build();
    }
}
