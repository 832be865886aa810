/// What the user can set: one list of settings by group, found by words, each with what it does and
/// what it is unless it is changed.
///
/// A new setting is one line where its group is put together (such as [LookSettings]) and two
/// texts, `setting.ID` and `setting.ID.detail`.
///
/// [ConfigSetting] is a key of the configuration, which the window and the command line share: it
/// is shown with who set it, and is kept by [ConfigWriter], not with the settings of the window.
///
/// [SettingsText] is the file in which settings, keys and layouts are carried to another home.
///
/// Start with [Setting] and [Settings].
package plumbline.ui.settings;
