package plumbline.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root of all commands. Without a command the workstation is started, which is not done here.
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
        parameterListHeading = "%n")
final class PlumblineCommand {
    @Mixin final GlobalOptions options;

    @Option(
            names = "--demo",
            description = "Open the window straight on the bundled sample, without the hint.")
    boolean demo;

    PlumblineCommand(GlobalOptions options) {
        this.options = options;
    }
}
