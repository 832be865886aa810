package plumbline.engine.config;

import java.util.List;
import java.util.stream.Collectors;

/// The configuration has faults; its message lists them all.
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(
                problems.stream()
                        .map(ConfigProblem::toString)
                        .collect(
                                Collectors.joining(
                                        "\n  ",
                                        problems.size() == 1
                                                ? "the configuration has a fault:\n  "
                                                : "the configuration has "
                                                        + problems.size()
                                                        + " faults:\n  ",
                                        "")));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
