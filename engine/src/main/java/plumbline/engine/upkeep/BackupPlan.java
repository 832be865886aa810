package plumbline.engine.upkeep;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Which copies to keep: the newest of each of the last days, weeks and months that have one. Days
/// begin at midnight UTC, weeks on Monday.
///
/// @param every how old the newest one is when another is due
public record BackupPlan(int days, int weeks, int months, Duration every) {
    /// One a day; seven daily, four weekly, three monthly.
    public static final BackupPlan USUAL = new BackupPlan(7, 4, 3, Duration.ofDays(1));

    /// The copies that are not needed any more, oldest first. The newest copy is always needed.
    public List<Backup> surplus(List<Backup> all) {
        List<Backup> newestFirst = new ArrayList<>(all);
        newestFirst.sort(Comparator.comparing(Backup::madeAt).reversed());
        Set<Backup> kept = new HashSet<>();
        if (!newestFirst.isEmpty()) {
            kept.add(newestFirst.getFirst());
        }
        kept.addAll(firstOfEach(newestFirst, days, BackupPlan::day));
        kept.addAll(firstOfEach(newestFirst, weeks, b -> day(b).with(previousOrSame(MONDAY))));
        kept.addAll(firstOfEach(newestFirst, months, b -> YearMonth.from(day(b))));
        return newestFirst.reversed().stream().filter(b -> !kept.contains(b)).toList();
    }

    /// The copies without those that a wrong clock dated later than now.
    public static List<Backup> until(Instant now, List<Backup> all) {
        return all.stream().filter(b -> !b.madeAt().isAfter(now)).toList();
    }

    /// Whether a copy is due: there is none that is younger.
    public boolean isDue(List<Backup> all, Instant now) {
        return until(now, all).stream().noneMatch(b -> b.madeAt().isAfter(now.minus(every)));
    }

    private static LocalDate day(Backup backup) {
        return LocalDate.ofInstant(backup.madeAt(), ZoneOffset.UTC);
    }

    private static List<Backup> firstOfEach(
            List<Backup> newestFirst, int count, Function<Backup, Object> period) {
        Set<Object> seen = new LinkedHashSet<>();
        List<Backup> first = new ArrayList<>();
        for (Backup backup : newestFirst) {
            if (seen.size() < count && seen.add(period.apply(backup))) {
                first.add(backup);
            }
        }
        return first;
    }
}
