package plumbline.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.OrderRules.Refusal;
import plumbline.engine.instrument.OrderRules.Rule;
import plumbline.engine.market.MarketId;

/// What is said of orders that a venue would refuse. Expected values are by hand.
class OrderRulesTest {
    private static List<Refusal> check(Instrument instrument, String price, String quantity) {
        return OrderRules.check(instrument, new BigDecimal(price), new BigDecimal(quantity));
    }

    @ParameterizedTest
    @CsvSource({
        "6727.14,0.5,,",
        "6727.145,0.5,TICK,6727.14",
        "6727.146,0.5,TICK,6727.15",
        "0.001,1000,PRICE_RANGE,0.01",
        "0,1,PRICE_RANGE,0.01",
        "-5,1,PRICE_RANGE,0.01",
        "1000000.01,1,PRICE_RANGE,1000000.00",
        "50000,0.0005001,LOT,0.000500",
        "50000,0,MIN_QUANTITY,0.000200",
        "50000,-1,MIN_QUANTITY,0.000200",
        "50000,0.0000005,MIN_QUANTITY,0.000200",
        "50000,9001,MAX_QUANTITY,9000.000000",
        "50000,0.0001,MIN_NOTIONAL,0.000200",
        "30000,0.0001,MIN_NOTIONAL,0.000334",
    })
    void oneRuleAtATime(String price, String quantity, Rule rule, String nearest) {
        List<Refusal> refusals = check(Some.bitcoin(), price, quantity);

        if (rule == null) {
            assertThat(refusals).isEmpty();
            return;
        }
        assertThat(refusals).first().extracting(Refusal::rule).isEqualTo(rule);
        assertThat(refusals.getFirst().nearest()).contains(new BigDecimal(nearest));
    }

    @Test
    void reasonsAreInWords() {
        assertThat(check(Some.bitcoin(), "30000.005", "0.0001").stream().map(Refusal::reason))
                .containsExactly(
                        "the price 30000.005 is no multiple of 0.01",
                        "the order is worth 3.0000005, which is below the least, 10");
    }

    @Test
    void aMarketThatIsNotTraded() {
        Instrument open = Some.bitcoin();
        Instrument closed =
                new Instrument(
                        open.id(),
                        open.symbol(),
                        open.kind(),
                        TradingStatus.CLOSED,
                        open.tick(),
                        open.lot(),
                        open.limits(),
                        open.contract());

        assertThat(check(closed, "50000", "1"))
                .containsExactly(
                        new Refusal(
                                Rule.STATUS,
                                "binance:BTC/USDT is closed",
                                java.util.Optional.empty()));
    }

    /// Where the least notional cannot be reached there is no nearest quantity.
    @Test
    void whereNothingIsTakenNothingIsProposed() {
        Instrument instrument = Some.spot("0.01", "1", Some.limits("1", "5", "100", "", ""));

        assertThat(check(instrument, "10", "4"))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo(Rule.MIN_NOTIONAL);
                    assertThat(refusal.nearest()).isEmpty();
                });
    }

    /// Contracts of 100 USD, whose worth does not depend on the price.
    @Test
    void inverseContracts() {
        Instrument inverse =
                new Instrument(
                        MarketId.parse("binance-coinm:BTC/USD:BTC"),
                        "BTCUSD_PERP",
                        InstrumentKind.PERPETUAL,
                        TradingStatus.TRADING,
                        Some.decimal("0.1"),
                        Some.decimal("1"),
                        Some.limits("1", "", "250", "", ""),
                        new Contract(Some.decimal("100"), true, "BTC", BigDecimal.ONE));

        assertThat(check(inverse, "60000", "2").getFirst().nearest()).contains(new BigDecimal("3"));
    }

    /// The law of the validator: an order of the values that it proposes is taken.
    @Test
    void whatIsProposedIsTaken() {
        Random random = new Random(11);
        int proposed = 0;
        for (int i = 0; i < 50_000; i++) {
            Instrument instrument = random(random);
            BigDecimal price = decimal(random, 7);
            BigDecimal quantity = decimal(random, 7);
            BigDecimal rightPrice = price;
            for (Refusal refusal : OrderRules.check(instrument, price, quantity)) {
                if (refusal.rule() == Rule.TICK || refusal.rule() == Rule.PRICE_RANGE) {
                    rightPrice = refusal.nearest().orElseThrow();
                }
            }
            List<Refusal> left = OrderRules.check(instrument, rightPrice, quantity);
            assertThat(left).noneMatch(r -> r.rule() == Rule.TICK || r.rule() == Rule.PRICE_RANGE);
            for (Refusal refusal : left) {
                if (refusal.nearest().isPresent() && left.size() == 1) {
                    assertThat(OrderRules.check(instrument, rightPrice, refusal.nearest().get()))
                            .as("%s %s %s", instrument, rightPrice, refusal)
                            .isEmpty();
                    proposed++;
                }
            }
        }
        assertThat(proposed).isGreaterThan(5000);
    }

    private static BigDecimal decimal(Random random, int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(100_000_000), random.nextInt(scale));
    }

    private static Instrument random(Random random) {
        BigDecimal tick = BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(6));
        BigDecimal lot = BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(6));
        BigDecimal least = lot.multiply(BigDecimal.valueOf(1 + random.nextInt(20)));
        return Some.spot(
                tick.toPlainString(),
                lot.toPlainString(),
                Some.limits(
                        random.nextBoolean() ? least.toPlainString() : "",
                        random.nextBoolean()
                                ? least.multiply(BigDecimal.valueOf(100_000)).toPlainString()
                                : "",
                        random.nextBoolean() ? String.valueOf(1 + random.nextInt(100)) : "",
                        "",
                        ""));
    }

    @Test
    void noLimitsButTickAndLot() {
        assertThat(check(Some.spot("0.1", "0.1", Limits.NONE), "0.1", "0.1")).isEmpty();
    }
}
