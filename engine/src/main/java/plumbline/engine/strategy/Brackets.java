package plumbline.engine.strategy;

/// The stop and the take-profit that go with an entry. Both are measured from the price at which
/// the entry was filled.
public record Brackets(Distance stop, Distance take) {
    /// Neither stop nor take-profit.
    public static final Brackets NONE = new Brackets(Distance.NONE, Distance.NONE);
}
