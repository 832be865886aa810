package plumbline.ui.action;

/// Marks a control that takes every key while it has the keyboard, those of actions too.
interface CatchesKeys {}
