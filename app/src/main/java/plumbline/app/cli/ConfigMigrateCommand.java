package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.engine.config.ConfigFile;

/// `config migrate`: writes a file of an earlier version as one of this version.
@Command(
        name = "migrate",
        description = {
            "Write a file of an earlier version as one of this version; a copy of it is kept.",
            "Earlier files are read in any case."
        },
        footer = {"", "Example:", "  plumbline config migrate"})
final class ConfigMigrateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Default: config.yaml of the home folder.")
    @Nullable Path file;

    ConfigMigrateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path path = file == null ? context.configFile() : file;
        if (!Files.exists(path)) {
            throw CommandFailure.usage("there is no file " + path + "; nothing was changed");
        }
        ConfigFile read = ConfigFile.read(path);
        if (read.version() == ConfigFile.VERSION) {
            say(path + " is of version " + read.version() + " already; nothing was changed", "");
            return ExitStatus.DONE;
        }
        Path copy = read.migrate();
        String what = path + " is of version " + ConfigFile.VERSION + " now; what it was is in ";
        say(what + copy, copy.toString());
        return ExitStatus.DONE;
    }

    private void say(String text, String copy) {
        context.terminal().result(() -> Map.of("said", text, "copy", copy), () -> text);
    }
}
