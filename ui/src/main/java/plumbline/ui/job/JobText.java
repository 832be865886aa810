package plumbline.ui.job;

import java.util.Locale;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;

/// How far a job is, in words. What is not known is an empty text.
///
/// Threads: any thread.
public final class JobText {
    private JobText() {}

    /// `running`, `done`.
    public static String state(JobState state) {
        return Texts.of("job.state." + state.key());
    }

    /// `41 %`.
    public static String share(JobStatus status) {
        return status.share() < 0 ? "" : Numbers.percent(Math.floor(status.share() * 100) / 100, 0);
    }

    /// `3,690 of 8,784 candles`.
    public static String amount(Job job) {
        JobStatus now = job.status();
        String unit = job.unit().isEmpty() ? "" : " " + job.unit();
        if (now.all() <= 0) {
            return now.done() <= 0 ? "" : Numbers.fixed(now.done(), 0) + unit;
        }
        return Texts.of("job.of", Numbers.fixed(now.done(), 0), Numbers.fixed(now.all(), 0) + unit);
    }

    /// `1.2k candles a second`.
    public static String rate(Job job) {
        double rate = job.status().perSecond();
        String unit = job.unit().isEmpty() ? "" : " " + job.unit();
        return rate <= 0 ? "" : Texts.of("job.rate", Numbers.compact(rate) + unit);
    }

    /// `12 s left`.
    public static String left(JobStatus status) {
        return status.leftMs() < 0 ? "" : Texts.of("job.left", rounded(status.leftMs()));
    }

    /// In whole seconds, at least one.
    static String rounded(long millis) {
        return span(Math.max(1, (millis + 999) / 1000) * 1000);
    }

    /// `< 0.1 s`, `0.4 s`, `12 s`, `3 min 05 s`, `1 h 02 min`.
    public static String span(long millis) {
        if (millis < 100) {
            return "< 0.1 s";
        }
        if (millis < 9_950) {
            return millis % 1000 == 0
                    ? millis / 1000 + " s"
                    : Numbers.fixed(millis / 1000.0, 1) + " s";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
