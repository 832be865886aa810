package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.StrategyLibrary;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// `strategy list`: what can be run.
@Command(
        name = "list",
        description = "List the strategies of the library.",
        footer = {"", "Example:", "  plumbline strategy list"})
final class StrategyListCommand implements Callable<Integer> {
    private final CommandContext context;

    StrategyListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StrategyLibrary library = BuiltInStrategies.library();
        context.terminal().result(() -> document(library), () -> table(library));
        return ExitStatus.DONE;
    }

    private static Object document(StrategyLibrary library) {
        return Map.of(
                "strategies", library.all().stream().map(StrategyListCommand::document).toList());
    }

    private static Map<String, Object> document(StrategyDefinition definition) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", definition.name());
        document.put("title", definition.title());
        document.put("version", definition.version());
        document.put("summary", definition.summary());
        return document;
    }

    private static String table(StrategyLibrary library) {
        Table table = new Table("Name", "Parameters");
        for (StrategyDefinition definition : library.all()) {
            table.row(
                    definition.name(),
                    definition.parameters().stream()
                            .map(p -> p.name() + "=" + p.text(p.defaultValue()))
                            .collect(Collectors.joining(" ")));
        }
        return table.toString();
    }

    /// One parameter, for `strategy show`.
    static Map<String, Object> document(Parameter parameter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", parameter.name());
        document.put("description", parameter.description());
        document.put("default", parameter.defaultValue());
        document.put("range", parameter.range());
        return document;
    }
}
