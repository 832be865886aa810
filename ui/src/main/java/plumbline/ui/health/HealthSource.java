package plumbline.ui.health;

import java.util.List;

/// What a room knows of its own health: one card of the panel.
@FunctionalInterface
public interface HealthSource {
    /// Called every two seconds while somebody looks, in the background; may block.
    ///
    /// @return the lines of the card; none takes the card away
    List<HealthFact> read() throws Exception;
}
