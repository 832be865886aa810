package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import plumbline.app.OpenHome;
import plumbline.engine.upkeep.AuditLog.Verdict;

/// `audit verify`: whether the audit log is as it was written.
@Command(
        name = "verify",
        description = {
            "Compute the chain of hashes of the audit log again: an entry that was changed or taken out",
            "breaks it. Exit status 3 if it is broken."
        },
        footer = {"", "Example:", "  plumbline audit verify"})
final class AuditVerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    AuditVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (OpenHome home = context.look()) {
            Verdict verdict = home.audit().verify();
            context.terminal().result(() -> document(verdict), () -> text(verdict));
            return verdict.broken().isEmpty() ? ExitStatus.DONE : ExitStatus.FAULTS;
        }
    }

    private static Object document(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entries", verdict.entries());
        document.put("broken", verdict.broken().map(AuditTexts::document).orElse(null));
        return document;
    }

    /// Also what `doctor` says of it.
    static String text(Verdict verdict) {
        String whole = Counts.of(verdict.entries(), "entry", "entries");
        return verdict.broken()
                .map(entry ->
                        "The audit log is not as it was written: after "
                                + whole
                                + " in order, entry "
                                + entry.number()
                                + " does not fit: "
                                + entry.text())
                .orElse("The audit log is whole: " + whole + ".");
    }
}
