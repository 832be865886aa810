package plumbline.engine.exchange.resilience;

/// What a request is for: how much of a venue's limit it may use up, so that what matters more
/// finds some left.
public enum RequestPriority {
    /// Orders, and what is to be known of them.
    ORDER(1.0),
    /// What is on the screen now.
    LIVE(0.9),
    /// Candles of the past.
    HISTORY(0.75);

    private final double share;

    RequestPriority(double share) {
        this.share = share;
    }

    /// Of the limit, 0 to 1.
    double share() {
        return share;
    }
}
