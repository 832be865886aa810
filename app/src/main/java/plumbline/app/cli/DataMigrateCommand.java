package plumbline.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.app.StoreSettings;
import plumbline.engine.config.ConfigKeys;
import plumbline.engine.config.Configuration;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.upkeep.StoreCopy;
import plumbline.engine.upkeep.StoreCopy.Copied;
import plumbline.storage.Stores;

/// `data migrate`: copies one store into another.
@Command(
        name = "migrate",
        description = {
            "Copy all candles and runs of this store into another: a home folder, or a database server.",
            "What is there already is not sent again, so a copy that was broken off is taken up by doing",
            "it again. Afterwards both are compared. Nothing is removed on either side.",
            "A server's password comes from the environment: PLUMBLINE_STORE_PASSWORD."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data migrate --to /mnt/disk/plumbline",
            "  plumbline data migrate --to jdbc:postgresql://db:5432/candles --user plumbline"
        })
final class DataMigrateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL|FOLDER",
            description = "jdbc:postgresql://host:port/database, or a home folder.")
    String to = "";

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "Of the server (default: PLUMBLINE_STORE_USER).")
    @Nullable String user;

    DataMigrateCommand(CommandContext context) {
        this.context = context;
    }

    /// What was copied.
    private record Migrated(
            String from, String to, List<Copied> series, int runs, int confirmed, double ms) {
        long sent() {
            return series.stream().mapToLong(Copied::sent).sum();
        }
    }

    @Override
    public Integer call() {
        Home target = target();
        refuseItself(target);
        boolean copiesStay =
                target.store().isHome()
                        || Stores.hasCopies(target.folder(), target.store().server());
        try {
            migrate(target);
        } finally {
            if (!copiesStay) { // only this command has read from that server
                Stores.discardCopies(target.folder(), target.store().server());
            }
        }
        return ExitStatus.DONE;
    }

    private void migrate(Home target) {
        try (OpenHome from = context.open();
                OpenHome other = opened(target)) {
            Migrated migrated = copied(from, other);
            String what =
                    Counts.of(migrated.series().size(), "series", "series")
                            + ", "
                            + Counts.of(migrated.sent(), "candle")
                            + " and "
                            + Counts.of(migrated.runs(), "run")
                            + " sent";
            from.note("migrate", "to " + migrated.to(), what);
            if (target.store().isHome()) { // a server has no log of its own
                other.note("migrate", "from " + migrated.from(), what);
            }
            context.terminal().result(() -> document(migrated), () -> text(migrated));
        }
    }

    /// The other store as a home: a folder with everything in it, or this folder with its candles
    /// on the server.
    private Home target() {
        if (to.isBlank()) {
            throw CommandFailure.usage("--to must name a folder or a server, was empty");
        }
        if (!StoreSettings.isAddress(to)) {
            if (user != null) {
                throw CommandFailure.usage("--user is for a server; " + to + " is a folder");
            }
            return new Home(Path.of(to).toAbsolutePath().normalize(), StoreSettings.HOME, "--to");
        }
        Configuration configuration = context.configuration();
        return new Home(
                context.home().folder(),
                new StoreSettings(
                        to,
                        user != null ? user : configuration.get(ConfigKeys.STORE_USER),
                        configuration.get(ConfigKeys.STORE_PASSWORD)),
                "--to");
    }

    private void refuseItself(Home target) {
        Home here = context.home();
        boolean same =
                target.store().isHome()
                        ? here.store().isHome() && here.folder().equals(target.folder())
                        : !here.store().isHome()
                                && here.store()
                                        .server()
                                        .identity()
                                        .equals(target.store().server().identity());
        if (same) {
            throw CommandFailure.usage("--to is this store itself; name another");
        }
    }

    /// The one place where the other store is opened.
    private OpenHome opened(Home target) {
        return OpenHome.open(target, context.clock());
    }

    private Migrated copied(OpenHome from, OpenHome other) {
        long start = System.nanoTime();
        StoreCopy copy =
                new StoreCopy(
                        from.candles(),
                        other.candles(),
                        context.terminal()::progress,
                        context::isCancelled);
        try {
            List<Copied> series = copy.candles();
            int runs = StoreCopy.runs(from.runs(), other.runs());
            int confirmed = other.check().confirmAs(from.issues(), context::isCancelled);
            double ms = (System.nanoTime() - start) / 1e6;
            return new Migrated(
                    from.facts().place(), other.facts().place(), series, runs, confirmed, ms);
        } catch (CancellationException e) {
            throw CommandFailure.cancelled(ErrorText.of(e));
        } catch (StorageException e) {
            throw copy.done() == 0
                    ? e
                    : new StorageException(
                            "the copy was broken off after "
                                    + Counts.of(copy.done(), "candle")
                                    + ", which stay; do it again to go on from there. The cause: "
                                    + ErrorText.of(e),
                            e);
        }
    }

    private static Object document(Migrated migrated) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", migrated.from());
        document.put("to", migrated.to());
        document.put(
                "series", migrated.series().stream().map(DataMigrateCommand::document).toList());
        document.put("sent", migrated.sent());
        document.put("runs", migrated.runs());
        document.put("confirmedGaps", migrated.confirmed());
        document.put("elapsedMs", migrated.ms());
        return document;
    }

    private static Map<String, Object> document(Copied copied) {
        Map<String, Object> document = Counts.document(copied.series().key());
        document.put("candles", copied.series().candles());
        document.put("sent", copied.sent());
        document.put("unchanged", copied.series().candles() - copied.sent());
        return document;
    }

    private static String text(Migrated migrated) {
        StringBuilder text = new StringBuilder();
        if (!migrated.series().isEmpty()) {
            Table table = new Table("Market", "Timeframe", ">Candles", ">Sent", ">As they were");
            for (Copied one : migrated.series()) {
                table.row(
                        one.series().key().market().toString(),
                        one.series().key().timeframe().code(),
                        Numbers.fixed(one.series().candles(), 0),
                        Numbers.fixed(one.sent(), 0),
                        Numbers.fixed(one.series().candles() - one.sent(), 0));
            }
            text.append(table).append('\n');
        }
        return text.append(Counts.of(migrated.sent(), "candle"))
                .append(" and ")
                .append(Counts.of(migrated.runs(), "run"))
                .append(" sent to ")
                .append(migrated.to())
                .append(" in ")
                .append(Numbers.fixed(migrated.ms(), 0))
                .append(" ms; both hold the same candles.")
                .append(
                        migrated.confirmed() == 0
                                ? ""
                                : " Confirmed there as here: "
                                        + Counts.of(migrated.confirmed(), "gap")
                                        + ".")
                .toString();
    }
}
