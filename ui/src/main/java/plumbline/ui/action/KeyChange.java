package plumbline.ui.action;

/// What came of changing the keys of an action. All but [Done] left everything as it was.
public sealed interface KeyChange {

    /// The keys are changed, and kept.
    record Done() implements KeyChange {}

    /// Another action has the key. [KeyMap#take] takes it from there.
    record Taken(Action by, Chord chord) implements KeyChange {}

    /// The action would be left without a key, and must have one.
    record NeedsKey(Action action) implements KeyChange {}

    /// The action must be heard while somebody types, and the key writes a character.
    record Types(Action action, Chord chord) implements KeyChange {}
}
