package plumbline.ui.action;

import java.util.List;

/// What came of taking keys from elsewhere.
///
/// @param taken how many actions have the keys of there now
/// @param passedOver ids of those that do not: they are not known here, or cannot have these keys
/// @param robbed who had one of the keys before, and was not named there
public record KeysTaken(int taken, List<String> passedOver, List<Action> robbed) {
    public KeysTaken {
        passedOver = List.copyOf(passedOver);
        robbed = List.copyOf(robbed);
    }
}
