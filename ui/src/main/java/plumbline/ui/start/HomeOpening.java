package plumbline.ui.start;

import plumbline.engine.upkeep.Progress;

/// Opens the home folder.
///
/// @param <T> what the window gets of it
@FunctionalInterface
public interface HomeOpening<T> {
    /// Background; called again if it failed and the user tries again.
    T open(Progress progress) throws Exception;
}
