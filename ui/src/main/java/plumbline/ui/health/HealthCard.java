package plumbline.ui.health;

import java.util.List;

/// A card of the panel.
///
/// @param share how full something is, 0 to 1; negative if there is nothing to fill
record HealthCard(String title, List<HealthFact> facts, double share) {
    HealthCard(String title, List<HealthFact> facts) {
        this(title, facts, -1);
    }

    /// The worst of its facts: `bad`, `warn`, `ok`, or empty.
    String kind() {
        for (String kind : List.of("bad", "warn", "ok")) {
            if (facts.stream().anyMatch(fact -> fact.kind().equals(kind))) {
                return kind;
            }
        }
        return "";
    }
}
