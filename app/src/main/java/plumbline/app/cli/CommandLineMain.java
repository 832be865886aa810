package plumbline.app.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import plumbline.app.Clocks;
import plumbline.app.Home;
import plumbline.app.Logs;
import plumbline.app.Uncaught;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;

/// Runs one command line: finds the command, runs it, turns failures into messages and an exit
/// status.
public final class CommandLineMain {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineMain.class);

    private final Terminal terminal;
    private final CommandContext context;
    private final CommandLine root;

    public CommandLineMain(Terminal terminal, Map<String, String> environment) {
        InstantSource clock = Clocks.of(environment);
        this.terminal = terminal;
        this.context = new CommandContext(terminal, environment, clock);
        this.root = commands(context);
        new Uncaught(failure -> Failures.tell(failure, terminal)).install();
        root.setOut(terminal.writerToOut());
        root.setErr(terminal.writerToErr());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        root.setParameterExceptionHandler(this::wrongUsage);
        root.setExecutionExceptionHandler(
                (failure, command, parsed) -> Failures.report(orCancelled(failure), terminal));
        root.setExecutionStrategy(this::execute);
        root.setCaseInsensitiveEnumValuesAllowed(false);
        root.setUnmatchedOptionsArePositionalParams(false);
        root.setExpandAtFiles(false); // what begins with @ is a name like any other
    }

    /// Runs one command line and ends the process with its status.
    public void runAndExit(List<String> arguments) {
        Ending ending = new Ending(terminal, context::cancel);
        ending.ended(status(arguments));
        Logs.stop();
        ending.exit();
    }

    /// @return the exit status
    public int run(List<String> arguments) {
        try (Ending ending = new Ending(terminal, context::cancel)) {
            return ending.ended(status(arguments));
        } finally {
            Logs.stop();
        }
    }

    private int status(List<String> arguments) {
        try {
            return root.execute(arguments.toArray(String[]::new));
        } catch (Error e) { // out of memory, or a broken installation: the root of the thread
            return Failures.report(e, terminal);
        }
    }

    /// Every command by its name; completion and `--help` are made from this.
    static CommandLine commands(CommandContext context) {
        return new CommandLine(new PlumblineCommand(context))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand("data", data(context))
                .addSubcommand("markets", markets(context))
                .addSubcommand("strategy", strategy(context))
                .addSubcommand(new BacktestCommand(context))
                .addSubcommand(new ReportCommand(context))
                .addSubcommand("audit", audit(context))
                .addSubcommand("config", config(context))
                .addSubcommand(new SimulatorCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new CompletionCommand(context));
    }

    private static CommandLine data(CommandContext context) {
        return group("data", "Candles: bring in, look at, take out, keep safe.", "data list")
                .addSubcommand(new DataImportCommand(context))
                .addSubcommand(new DataFetchCommand(context))
                .addSubcommand(new DataListCommand(context))
                .addSubcommand(new DataVerifyCommand(context))
                .addSubcommand(new DataGapsCommand(context))
                .addSubcommand(new DataExportCommand(context))
                .addSubcommand(new DataDeleteCommand(context))
                .addSubcommand(new DataBackupCommand(context))
                .addSubcommand(new DataRestoreCommand(context))
                .addSubcommand(new DataMigrateCommand(context));
    }

    private static CommandLine markets(CommandContext context) {
        return group("markets", "Markets of exchanges.", "markets list --venue binance")
                .addSubcommand(new MarketsListCommand(context))
                .addSubcommand(new MarketsMapCommand(context))
                .addSubcommand(new MarketsRegisterCommand(context))
                .addSubcommand(new MarketsUnregisterCommand(context))
                .addSubcommand(new MarketsExportCommand(context))
                .addSubcommand(new MarketsImportCommand(context));
    }

    private static CommandLine strategy(CommandContext context) {
        return group("strategy", "Strategies of the library.", "strategy list")
                .addSubcommand(new StrategyListCommand(context))
                .addSubcommand(new StrategyShowCommand(context));
    }

    private static CommandLine audit(CommandContext context) {
        return group("audit", "The log of who changed what.", "audit list")
                .addSubcommand(new AuditListCommand(context))
                .addSubcommand(new AuditVerifyCommand(context));
    }

    private static CommandLine config(CommandContext context) {
        return group(
                        "config",
                        "What is configured, and by whom; change it.",
                        "config show --origin")
                .addSubcommand(new ConfigShowCommand(context))
                .addSubcommand(new ConfigCheckCommand(context))
                .addSubcommand(new ConfigExplainCommand(context))
                .addSubcommand(new ConfigSetCommand(context))
                .addSubcommand(new ConfigResetCommand(context))
                .addSubcommand(new ConfigMigrateCommand(context));
    }

    private static CommandLine group(String name, String description, String example) {
        CommandLine group = new CommandLine(new GroupCommand());
        group.getCommandSpec()
                .name(name)
                .usageMessage()
                .description(description)
                .footer("", "Example:", "  plumbline " + example);
        return group;
    }

    private int execute(ParseResult parsed) {
        GlobalOptions options = context.options();
        terminal.configure(options.json, options.quiet, options.verbose);
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        try {
            Logs.start(
                    new Home(context.folder()),
                    new Logs.Detail(options.verbose, options.quiet),
                    context.layers().passingOverFaults().get(ConfigKeys.LOG_LEVEL));
        } catch (IllegalArgumentException e) { // of no home folder
            return Failures.report(e, terminal);
        }
        LOG.debug("the command begins");
        return new CommandLine.RunLast().execute(parsed);
    }

    /// The store and others refuse to work while the process is ending; what the user wants to know
    /// is what became of the command.
    private Exception orCancelled(Exception failure) {
        boolean said =
                failure instanceof CancellationException || failure instanceof CommandFailure;
        if (said || !context.isCancelled()) {
            return failure;
        }
        LOG.debug("after the command was cancelled", failure);
        return new CommandFailure(
                ExitStatus.CANCELLED,
                "cancelled; what was being stored is there wholly or not at all, 'plumbline"
                        + " data list' shows it",
                List.of());
    }

    private int wrongUsage(ParameterException failure, String[] arguments) {
        // what was read before the fault still counts: --json, -q
        terminal.configure(
                List.of(arguments).contains("--json"),
                context.options().quiet,
                context.options().verbose);
        CommandLine command = failure.getCommandLine();
        // a misspelt option is the reason why another is missing, so it comes first
        String message =
                command.getUnmatchedArguments().stream()
                        .findFirst()
                        .map(argument -> unknown(argument, command))
                        .orElseGet(() -> ErrorText.of(failure));
        Failures.fail(terminal, ExitStatus.USAGE, message, List.of());
        terminal.error("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitStatus.USAGE;
    }

    private static String unknown(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            String name = argument.replaceFirst("=.*", "");
            List<String> options =
                    command.getCommandSpec().options().stream()
                            .map(OptionSpec::longestName)
                            .toList();
            return Suggestions.unknown("option", name, options);
        }
        Set<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "'" + argument + "' is more than this command takes"
                : Suggestions.unknown("command", argument, commands);
    }
}
