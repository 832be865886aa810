package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.config.ConfigKey;
import plumbline.engine.config.ConfigValue;
import plumbline.engine.config.Configuration;

/// `config explain`: what a key is for, what it may be, and what every layer says of it.
@Command(
        name = "explain",
        description = "Say what a key is for, what it may be, and what every layer says of it.",
        footer = {"", "Example:", "  plumbline config explain backtest.fee"})
final class ConfigExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "KEY", description = "As 'config show' lists it.")
    String name = "";

    ConfigExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ConfigKey<?> key = ConfigTexts.key(name);
        Configuration configuration = context.layers().passingOverFaults();
        List<ConfigValue> values = configuration.values(key);
        context.terminal().result(() -> document(key, values), () -> text(key, values));
        return ExitStatus.DONE;
    }

    private static Object document(ConfigKey<?> key, List<ConfigValue> values) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.name());
        document.put("explanation", key.explanation());
        document.put("allowed", key.type().allowed());
        document.put("default", key.usualText());
        document.put("variable", key.variable());
        document.put("live", key.live());
        document.put("values", values.stream().map(v -> ConfigTexts.document(key, v)).toList());
        return document;
    }

    private static String text(ConfigKey<?> key, List<ConfigValue> values) {
        StringBuilder text = new StringBuilder(key.name() + ": " + key.explanation());
        text.append("\n  may be    ").append(key.type().allowed());
        text.append("\n  variable  ").append(key.variable());
        text.append("\n  a change  ")
                .append(key.live() ? "holds at once" : "holds from the next start");
        for (ConfigValue value : values) {
            boolean holds = value.equals(values.getLast());
            text.append("\n  ")
                    .append(holds ? "holds     " : "          ")
                    .append("'")
                    .append(ConfigTexts.value(key, value))
                    .append("' (")
                    .append(value.origin())
                    .append(')');
        }
        return text.toString();
    }
}
