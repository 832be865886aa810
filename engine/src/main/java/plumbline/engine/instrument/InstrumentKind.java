package plumbline.engine.instrument;

/// What is traded in a market.
public enum InstrumentKind {
    /// The thing itself.
    SPOT,
    /// A contract without an end, kept at its price by funding.
    PERPETUAL,
    /// A contract that ends on a day.
    FUTURE
}
