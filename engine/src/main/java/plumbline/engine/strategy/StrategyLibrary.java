package plumbline.engine.strategy;

import java.util.List;
import plumbline.engine.text.Suggestions;

/// The strategies that can be chosen by name. Immutable.
public final class StrategyLibrary {
    private final List<StrategyDefinition> definitions;

    public StrategyLibrary(List<StrategyDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /// All of them, in the order in which they are offered.
    public List<StrategyDefinition> all() {
        return definitions;
    }

    /// The strategy called `name`.
    ///
    /// @throws IllegalArgumentException if there is none; the message names the nearest
    public StrategyDefinition find(String name) {
        return definitions.stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private String unknown(String name) {
        return Suggestions.unknown(
                "strategy", name, definitions.stream().map(StrategyDefinition::name).toList());
    }
}
