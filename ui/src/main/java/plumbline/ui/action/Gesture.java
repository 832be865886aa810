package plumbline.ui.action;

import java.util.List;

/// Something that is done with the pointer, or with keys that no action has. It stands on the sheet
/// of keys with the actions.
///
/// @param how as people read it: `Wheel`, `Drag an axis`
public record Gesture(ActionGroup group, String title, List<String> how) {

    /// Copies the list.
    public Gesture {
        how = List.copyOf(how);
    }
}
