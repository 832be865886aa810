package plumbline.engine.instrument;

/// Whether a market can be traded.
public enum TradingStatus {
    TRADING("is traded"),
    /// Announced.
    PENDING("is not traded yet"),
    /// For some time, as in an auction or a break.
    HALTED("is halted"),
    /// Orders can be cancelled, positions reduced, and no more.
    REDUCE_ONLY("takes only orders that reduce a position"),
    /// For good; its history stays.
    CLOSED("is closed");

    private final String text;

    TradingStatus(String text) {
        this.text = text;
    }

    /// For people, behind the name of the market.
    public String text() {
        return text;
    }
}
