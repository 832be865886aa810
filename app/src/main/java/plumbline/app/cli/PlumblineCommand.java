package plumbline.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import plumbline.app.window.WindowMain;

/// The root of all commands. Without a command it starts the workstation.
@Command(
        name = "plumbline",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  plumbline                     open the window",
            "  plumbline demo --out out/     the main job without a window"
        })
final class PlumblineCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin final GlobalOptions options;

    @Option(
            names = "--demo",
            description = "Open the window straight on the bundled sample, without the welcome.")
    boolean demo;

    @Option(
            names = "--safe",
            description = {
                "Open the window with the usual layout and keys; yours stay in their files for the",
                "next start."
            })
    boolean safe;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Do the main jobs once and end; the build makes its start-up cache so.")
    boolean rehearse;

    PlumblineCommand(CommandContext context) {
        this.context = context;
        this.options = context.options();
    }

    @Override
    public Integer call() throws Exception {
        WindowMain window =
                new WindowMain(
                        context.home(),
                        context.configuration(),
                        context.clock(),
                        context.environment());
        context.onCancel(window::close);
        if (rehearse) {
            new DemoCommand(context).call();
            return window.rehearse(() -> ExitStatus.DONE);
        }
        return window.run(demo, safe, () -> DemoCommand.withoutWindow(context));
    }
}
