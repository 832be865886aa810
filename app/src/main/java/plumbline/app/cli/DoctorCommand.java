package plumbline.app.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.app.cli.Finding.State;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.Stores;

/// `doctor`: what this installation has and what it lacks.
@Command(
        name = "doctor",
        description = {
            "Look at this installation: Java, home folder, store, backups, audit log, window. What is lacking",
            "is named with what follows from it. Exit status 3 if something is wrong."
        },
        footer = {"", "Examples:", "  plumbline doctor", "  plumbline doctor --store"})
final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--store",
            description = "Only the store: whether it can be reached, and what it has.")
    boolean storeOnly;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Home home = context.home();
        List<Finding> findings = new ArrayList<>();
        if (!storeOnly) {
            findings.addAll(MachineFindings.java());
        }
        Instant now = context.clock().instant();
        try (OpenHome open = OpenHome.look(home, context.clock())) {
            if (!storeOnly) {
                findings.add(MachineFindings.folder(home.folder()));
            }
            StoreFindings store = new StoreFindings(open);
            findings.addAll(store.store());
            if (!storeOnly) {
                findings.add(StoreFindings.backups(home, now));
                findings.add(StoreFindings.audit(() -> open.audit().verify()));
            }
        } catch (StorageException e) {
            findings.addAll(withoutStore(home, now, e));
        }
        if (!storeOnly) {
            findings.addAll(MachineFindings.window(context.environment()));
        }
        boolean sound = findings.stream().noneMatch(f -> f.state() == State.FAULT);
        context.terminal().result(() -> document(findings), () -> text(findings));
        return sound ? ExitStatus.DONE : ExitStatus.FAULTS;
    }

    /// What can be said though the store does not open.
    private List<Finding> withoutStore(Home home, Instant now, StorageException failure) {
        Finding store = Finding.fault("store", ErrorText.of(failure));
        if (storeOnly || !Files.isDirectory(home.folder())) {
            return List.of(store);
        }
        return List.of(
                MachineFindings.folder(home.folder()),
                store,
                StoreFindings.backups(home, now),
                StoreFindings.audit(() -> Stores.verifyAudit(home.folder())));
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(f -> f.state() == state).count();
    }

    private static Object document(List<Finding> findings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("checks", findings.stream().map(Finding::document).toList());
        document.put("lacking", count(findings, State.LACKING));
        document.put("faults", count(findings, State.FAULT));
        return document;
    }

    private static String text(List<Finding> findings) {
        Table table = new Table("What", "State", "Found");
        for (Finding finding : findings) {
            String state = finding.state().code();
            // a table has no room for more than a line each
            List<String> lines = finding.text().lines().toList();
            table.row(finding.name(), state, lines.getFirst());
            lines.stream().skip(1).forEach(line -> table.row("", "", line));
        }
        long faults = count(findings, State.FAULT);
        return table
                + "\n\n"
                + (faults == 0 ? "Nothing is wrong." : Counts.of(faults, "thing") + " wrong.");
    }
}
