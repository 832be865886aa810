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

    /// Something could not be done. It is among the errors, too, which do not go by themselves.
    ///
    /// @param code of `docs/errors.md`
    void failed(String code, String title, String detail);

    /// Something could not be done because of a failure, whose kind has a code.
    void failed(String title, Throwable failure);
}
