package plumbline.engine.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which backups are kept.
class BackupPlanTest {
    /// A Tuesday.
    private static final LocalDate LAST = LocalDate.parse("2026-06-30");

    private static Backup at(Instant time) {
        return new Backup(Path.of(time.toString()), time, 1);
    }

    private static Backup noonOf(LocalDate day) {
        return at(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static List<String> kept(List<Backup> all) {
        List<Backup> left = new ArrayList<>(all);
        left.removeAll(BackupPlan.USUAL.surplus(all));
        return left.stream().map(b -> b.madeAt().toString()).toList();
    }

    @Test
    void ofDailyOnesSevenDaysFourWeeksAndThreeMonthsAreKept() {
        List<Backup> all =
                LAST.minusDays(200)
                        .datesUntil(LAST.plusDays(1))
                        .map(BackupPlanTest::noonOf)
                        .toList();

        assertThat(kept(all))
                .containsExactly(
                        "2026-04-30T12:00:00Z", // April
                        "2026-05-31T12:00:00Z", // May
                        "2026-06-14T12:00:00Z", // the week of the 8th
                        "2026-06-21T12:00:00Z", // the week of the 15th
                        "2026-06-24T12:00:00Z",
                        "2026-06-25T12:00:00Z",
                        "2026-06-26T12:00:00Z",
                        "2026-06-27T12:00:00Z",
                        "2026-06-28T12:00:00Z", // a day, and the week of the 22nd
                        "2026-06-29T12:00:00Z",
                        "2026-06-30T12:00:00Z");
    }

    @Test
    void ofOneDayTheNewestIsKept() {
        Instant morning = Instant.parse("2026-06-30T08:00:00Z");
        List<Backup> all =
                List.of(at(morning.plusSeconds(60)), at(morning.plusSeconds(120)), at(morning));

        assertThat(kept(all)).containsExactly("2026-06-30T08:02:00Z");
    }

    @Test
    void daysWithoutOneDoNotCount() {
        List<Backup> all =
                LAST.minusYears(2)
                        .datesUntil(LAST.plusDays(1), Period.ofMonths(3))
                        .map(BackupPlanTest::noonOf)
                        .toList();

        assertThat(kept(all)).hasSize(7).last().isEqualTo("2026-06-30T12:00:00Z");
    }

    @Test
    void theNewestIsKeptWhateverThePlan() {
        List<Backup> all = List.of(noonOf(LAST), noonOf(LAST.minusDays(1)));

        assertThat(new BackupPlan(0, 0, 0, Duration.ofDays(1)).surplus(all))
                .containsExactly(noonOf(LAST.minusDays(1)));
        assertThat(BackupPlan.USUAL.surplus(List.of())).isEmpty();
    }

    @Test
    void oneIsDueWhenTheNewestIsADayOld() {
        Backup last = noonOf(LAST);

        assertThat(BackupPlan.USUAL.isDue(List.of(), last.madeAt())).isTrue();
        assertThat(BackupPlan.USUAL.isDue(List.of(last), last.madeAt().plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(BackupPlan.USUAL.isDue(List.of(last), last.madeAt().plus(Duration.ofHours(24))))
                .isTrue();
    }

    @Test
    void aCopyOfAWrongClockCountsForNothing() {
        Instant now = Instant.parse("2026-06-19T03:00:00Z");
        Backup later = new Backup(Path.of("later"), now.plusSeconds(1), 1);
        Backup old = new Backup(Path.of("old"), now.minusSeconds(200_000), 1);

        assertThat(BackupPlan.USUAL.isDue(List.of(later, old), now)).isTrue();
        assertThat(BackupPlan.until(now, List.of(later, old))).containsExactly(old);
    }
}
