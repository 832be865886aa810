package plumbline.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.config.ConfigKey;

/// `config reset`: takes back what was set for this home.
@Command(
        name = "reset",
        description = {
            "Take back what was set in the window or with 'config set'. What the environment, config.yaml",
            "or the default says holds again."
        },
        footer = {"", "Example:", "  plumbline config reset backtest.fee"})
final class ConfigResetCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "KEY", description = "As 'config show' lists it.")
    String name = "";

    ConfigResetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ConfigKey<?> key = ConfigTexts.key(name);
        return new ConfigChange(context).make(changes -> changes.reset(key));
    }
}
