package plumbline.ui.shell;

import java.time.InstantSource;
import plumbline.ui.fx.FxTasks;

/// What the window needs of the system, from the start.
///
/// @param home the home folder as people read it
/// @param withHint whether a newcomer is told the first three keys
public record WindowContext(
        FxTasks tasks,
        WindowSettings memory,
        FileOpener opener,
        InstantSource clock,
        String home,
        boolean withHint) {}
