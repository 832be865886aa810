package plumbline.ui.shell;

import java.time.InstantSource;
import java.util.List;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.settings.SettingItem;
import plumbline.ui.start.Opening;

/// What the window needs of the system, from the start.
///
/// @param home the home folder as people read it
/// @param facts what is set for the command line too, for the page of settings
public record WindowContext(
        FxTasks tasks,
        WindowSettings memory,
        FileOpener opener,
        InstantSource clock,
        String home,
        Opening opening,
        List<? extends SettingItem> facts) {}
