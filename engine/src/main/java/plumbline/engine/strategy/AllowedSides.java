package plumbline.engine.strategy;

/// On which sides a strategy may open positions.
public enum AllowedSides {
    LONG,
    SHORT,
    BOTH;

    public boolean allowsLong() {
        return this != SHORT;
    }

    public boolean allowsShort() {
        return this != LONG;
    }
}
