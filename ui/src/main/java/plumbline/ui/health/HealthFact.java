package plumbline.ui.health;

/// A line of a card: what it is, how it is, and whether that is well.
///
/// @param kind `ok`, `warn`, `bad`, or empty for what is neither
public record HealthFact(String name, String value, String kind) {
    public static HealthFact of(String name, String value) {
        return new HealthFact(name, value, "");
    }

    public static HealthFact ok(String name, String value) {
        return new HealthFact(name, value, "ok");
    }

    public static HealthFact warn(String name, String value) {
        return new HealthFact(name, value, "warn");
    }

    public static HealthFact bad(String name, String value) {
        return new HealthFact(name, value, "bad");
    }
}
