package plumbline.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.config.ConfigProblem;

/// `config check`: everything that is wrong with the configuration.
@Command(
        name = "check",
        description = "Name everything that is wrong with the configuration, or with one file.",
        footer = {"", "Example:", "  plumbline config check"})
final class ConfigCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Looked at alone, instead of all that holds.")
    @Nullable Path file;

    ConfigCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ConfigLoader loader = file == null ? context.layers() : new ConfigLoader().file(file);
        List<ConfigProblem> problems = loader.problems();
        context.terminal()
                .result(
                        () ->
                                Map.of(
                                        "problems",
                                        problems.stream().map(ConfigTexts::document).toList()),
                        () ->
                                problems.isEmpty()
                                        ? "nothing is wrong with it"
                                        : String.join(
                                                "\n",
                                                problems.stream()
                                                        .map(ConfigProblem::toString)
                                                        .toList()));
        return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FAULTS;
    }
}
