package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.strategy.Parameter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;

/// `strategy show`: the rules and parameters of one strategy.
@Command(
        name = "show",
        description = "Show a strategy's rules and parameters.",
        footer = {"", "Example:", "  plumbline strategy show sma-cross"})
final class StrategyShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "As 'strategy list' shows it.")
    String name = "";

    StrategyShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        StrategyDefinition definition = BuiltInStrategies.library().find(name);
        context.terminal().result(() -> document(definition), () -> text(definition));
        return ExitStatus.DONE;
    }

    private static Object document(StrategyDefinition definition) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", definition.name());
        document.put("title", definition.title());
        document.put("version", definition.version());
        document.put("hash", definition.hash());
        document.put("summary", definition.summary());
        document.put(
                "parameters",
                definition.parameters().stream().map(StrategyListCommand::document).toList());
        return document;
    }

    private static String text(StrategyDefinition definition) {
        String head =
                definition.title()
                        + " ("
                        + definition.name()
                        + ", version "
                        + definition.version()
                        + ")\n"
                        + definition.summary();
        if (definition.parameters().isEmpty()) {
            return head + "\nIt has no parameters.";
        }
        Table table = new Table("Parameter", ">Default", "Takes", "What");
        for (Parameter parameter : definition.parameters()) {
            table.row(
                    parameter.name(),
                    parameter.text(parameter.defaultValue()),
                    parameter.range(),
                    parameter.description());
        }
        return head + "\n\n" + table;
    }
}
