/// What the user can set: one list of settings by group, found by words, each with what it does and
/// what it is unless it is changed.
///
/// A new setting is one line where its group is put together (such as [LookSettings]) and two
/// texts, `setting.ID` and `setting.ID.detail`.
///
/// [SettingsText] is the file in which settings, keys and layouts are carried to another home.
///
/// Start with [Setting] and [Settings].
package plumbline.ui.settings;
