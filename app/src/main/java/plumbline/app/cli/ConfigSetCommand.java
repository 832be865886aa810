package plumbline.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.config.ConfigKey;

/// `config set`: sets a key for this home.
@Command(
        name = "set",
        description = {
            "Set a key for the window and the command line. It is kept in settings.yaml of the home folder",
            "and wins over config.yaml and the environment; options win over it."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline config set backtest.fee 5bp",
            "  plumbline config set log.level debug"
        })
final class ConfigSetCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "KEY", description = "As 'config show' lists it.")
    String name = "";

    @Parameters(
            index = "1",
            paramLabel = "VALUE",
            description = "'config explain KEY' says what it may be.")
    String value = "";

    ConfigSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ConfigKey<?> key = ConfigTexts.key(name);
        return new ConfigChange(context).make(changes -> changes.set(key, value));
    }
}
