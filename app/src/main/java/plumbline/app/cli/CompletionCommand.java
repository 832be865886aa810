package plumbline.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// `completion`: a script that teaches the shell the commands.
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Example:", "  source <(plumbline completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final CommandContext context;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("plumbline", CommandLineMain.commands(context));
        context.terminal().result(() -> Map.of("script", script), () -> script);
        return ExitStatus.DONE;
    }
}
