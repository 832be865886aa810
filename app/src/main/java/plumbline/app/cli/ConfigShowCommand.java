package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.Configuration;

/// `config show`: every key and what it is set to.
@Command(
        name = "show",
        description = "Show every key and what it is set to.",
        footer = {"", "Example:", "  plumbline config show --origin"})
final class ConfigShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--origin", description = "Say who set each value.")
    boolean origin;

    ConfigShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Configuration configuration = context.configuration();
        context.terminal().result(() -> document(configuration), () -> text(configuration));
        return ExitStatus.DONE;
    }

    private static Object document(Configuration configuration) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (ConfigKey<?> key : configuration.keys()) {
            keys.put(key.name(), ConfigTexts.document(key, configuration.value(key)));
        }
        return Map.of("keys", keys);
    }

    private String text(Configuration configuration) {
        Table table = origin ? new Table("Key", "Value", "Set by") : new Table("Key", "Value");
        for (ConfigKey<?> key : configuration.keys()) {
            String value = ConfigTexts.value(key, configuration.value(key));
            if (origin) {
                table.row(key.name(), value, configuration.value(key).origin());
            } else {
                table.row(key.name(), value);
            }
        }
        return table.toString();
    }
}
