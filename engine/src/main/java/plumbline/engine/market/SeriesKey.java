package plumbline.engine.market;

/// Which series: one market at one timeframe.
public record SeriesKey(MarketId market, Timeframe timeframe) {
    @Override
    public String toString() {
        return market + " " + timeframe;
    }
}
