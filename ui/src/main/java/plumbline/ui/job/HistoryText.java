package plumbline.ui.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plumbline.engine.text.Numbers;

/// The text of a history: a line with its version, then a line for each job, newest first, followed
/// by the lines of its log, then a line that says it is whole. Values stand between tabs.
///
/// Threads: any thread.
final class HistoryText {
    private static final String HEAD = "plumbline-jobs\t1";
    private static final String END = "end";
    private static final String JOB = "job";
    private static final String LOG = "log";
    private static final int JOB_VALUES = 10;
    private static final int LOG_VALUES = 3;

    /// Of a job; the last ones.
    private static final int KEPT_LINES = 50;

    private HistoryText() {}

    static String of(List<PastJob> jobs) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (PastJob job : jobs) {
            line(
                    text,
                    JOB,
                    job.id(),
                    job.state().key(),
                    job.beganMs(),
                    job.endedMs(),
                    job.done(),
                    job.all(),
                    job.unit(),
                    job.title(),
                    job.result());
            List<JobLine> log = job.log();
            for (JobLine each : log.subList(Math.max(0, log.size() - KEPT_LINES), log.size())) {
                line(text, LOG, each.atMs(), each.text());
            }
        }
        return text.append(END).append('\n').toString();
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(String.valueOf(values[i])));
        }
        text.append('\n');
    }

    /// @throws IllegalArgumentException if it is no history of this version, or not whole
    static List<PastJob> read(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int end = lines.size() - 2;
        if (end < 1 || !lines.getFirst().equals(HEAD) || !lines.get(end).equals(END)) {
            throw new IllegalArgumentException(
                    "no whole history of jobs of version 1: "
                            + Numbers.counted(text.length(), "character"));
        }
        List<PastJob> jobs = new ArrayList<>();
        for (String line : lines.subList(1, end)) {
            String[] values = line.split("\t", -1);
            if (values[0].equals(JOB) && values.length == JOB_VALUES) {
                jobs.add(job(values));
            } else if (values[0].equals(LOG) && values.length == LOG_VALUES && !jobs.isEmpty()) {
                jobs.getLast().log().add(new JobLine(Long.parseLong(values[1]), plain(values[2])));
            } else {
                throw new IllegalArgumentException("no line of a history of jobs: " + line);
            }
        }
        return jobs;
    }

    private static PastJob job(String[] values) {
        return new PastJob(
                plain(values[1]),
                plain(values[8]),
                state(values[2]),
                Long.parseLong(values[3]),
                Long.parseLong(values[4]),
                Long.parseLong(values[5]),
                Long.parseLong(values[6]),
                plain(values[7]),
                plain(values[9]),
                new ArrayList<>());
    }

    private static JobState state(String key) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of a job: " + key));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c =
                        switch (value.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> value.charAt(i);
                        };
            }
            text.append(c);
        }
        return text.toString();
    }
}
