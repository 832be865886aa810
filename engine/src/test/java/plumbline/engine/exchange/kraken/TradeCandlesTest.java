package plumbline.engine.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

class TradeCandlesTest {
    private static MarketTrade trade(long ms, String price, String quantity) {
        return new MarketTrade(
                "t", ms, new BigDecimal(price), new BigDecimal(quantity), MarketTrade.Taker.BUYER);
    }

    /// As doubles 0.1 + 0.2 is 0.30000000000000004.
    @Test
    void volumesAreSumsOfDecimals() {
        TradeCandles candles = new TradeCandles(Timeframe.M1);
        candles.add(List.of(trade(60_000, "5", "0.1")));
        candles.add(List.of(trade(119_999, "4", "0.2"), trade(120_000, "7", "1")));

        CandleSeries made = candles.between(60_000, 120_000, Optional.empty());

        assertThat(made.size()).isEqualTo(1);
        assertThat(made.candle(0)).isEqualTo(new Candle(60_000, 5, 5, 4, 4, 0.3));
    }

    @Test
    void quietMinutesAreFlatAtTheCloseBefore() {
        TradeCandles candles = new TradeCandles(Timeframe.M1);
        candles.add(List.of(trade(130_000, "5", "1")));

        CandleSeries made = candles.between(60_000, 240_000, Optional.of(new BigDecimal("3")));

        assertThat(made.size()).isEqualTo(3);
        assertThat(made.candle(0)).isEqualTo(new Candle(60_000, 3, 3, 3, 3, 0));
        assertThat(made.candle(1)).isEqualTo(new Candle(120_000, 5, 5, 5, 5, 1));
        assertThat(made.candle(2)).isEqualTo(new Candle(180_000, 5, 5, 5, 5, 0));
    }

    @Test
    void beforeTheFirstTradeThereIsNothing() {
        TradeCandles candles = new TradeCandles(Timeframe.M1);
        assertThat(candles.between(0, 600_000, Optional.empty()).isEmpty()).isTrue();
        candles.add(List.of(trade(130_000, "5", "1")));

        assertThat(candles.between(0, 180_000, Optional.empty()).firstOpenMs()).isEqualTo(120_000);
    }
}
