package plumbline.engine.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.upkeep.DataCheck.Checked;

/// The last check of stored candles, as the log has it.
///
/// @param subject what was checked
/// @param candles how many were read
/// @param blocks how many were compared with their checksums
/// @param gaps that are open
/// @param problems faults other than gaps
public record LastVerify(
        Instant at, String subject, long candles, long blocks, long gaps, long problems) {
    /// How the log calls it.
    public static final String ACTION = "verify";

    private static final Pattern DETAIL =
            Pattern.compile("(\\d+) candles in (\\d+) blocks, (\\d+) gaps, (\\d+) problems");

    /// How it is written into the log.
    static String detail(List<Checked> checked) {
        long candles = checked.stream().mapToLong(c -> c.verdict().candles()).sum();
        long blocks = checked.stream().mapToLong(c -> c.verdict().blocks()).sum();
        return candles
                + " candles in "
                + blocks
                + " blocks, "
                + gaps(checked)
                + " gaps, "
                + problems(checked)
                + " problems";
    }

    /// How many gaps are open.
    public static long gaps(List<Checked> checked) {
        return checked.stream().mapToLong(c -> c.faults().size()).sum() - problems(checked);
    }

    /// How many faults are no gaps.
    public static long problems(List<Checked> checked) {
        return checked.stream()
                .flatMap(c -> c.faults().stream())
                .filter(f -> !f.kind().isMissing())
                .count();
    }

    /// The newest in the log.
    ///
    /// @param entries newest first
    public static Optional<LastVerify> newest(List<AuditLog.Entry> entries) {
        return entries.stream()
                .filter(e -> e.action().equals(ACTION))
                .flatMap(e -> of(e).stream())
                .findFirst();
    }

    private static Optional<LastVerify> of(AuditLog.Entry entry) {
        Matcher matcher = DETAIL.matcher(entry.detail());
        return matcher.matches()
                ? Optional.of(
                        new LastVerify(
                                entry.at(),
                                entry.subject(),
                                Long.parseLong(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                Long.parseLong(matcher.group(3)),
                                Long.parseLong(matcher.group(4))))
                : Optional.empty();
    }
}
