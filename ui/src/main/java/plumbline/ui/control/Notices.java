package plumbline.ui.control;

import java.util.List;
import javafx.scene.Node;

/// Port: short notes to the user, which go by themselves.
///
/// Threads: FX thread.
public interface Notices {
    /// Something was done.
    void done(String title, String detail, List<? extends Node> actions);

    /// Something is not as it should be, though nothing failed.
    void warned(String title, String detail, List<? extends Node> actions);

    /// Something could not be done.
    void failed(String title, String detail);
}
