package plumbline.ui.job;

/// How far a job is.
///
/// @param doing its present step, empty if there is none to tell
/// @param all how much there is, 0 if that is not known
/// @param perSecond how much is done a second, 0 if that is not known yet
/// @param leftMs time left, -1 if that is not known yet
/// @param elapsedMs since it began; 0 while it waits
/// @param result what came of it, empty before its end
public record JobStatus(
        JobState state,
        String doing,
        long done,
        long all,
        double perSecond,
        long leftMs,
        long elapsedMs,
        String result) {

    static final JobStatus NEW = new JobStatus(JobState.WAITING, "", 0, 0, 0, -1, 0, "");

    /// 0 to 1, or -1 if that is not known.
    public double share() {
        return all <= 0 ? -1 : Math.clamp((double) done / all, 0, 1);
    }

    JobStatus as(JobState now) {
        return new JobStatus(now, doing, done, all, perSecond, leftMs, elapsedMs, result);
    }

    JobStatus at(long millis, Pace pace) {
        return new JobStatus(
                state, doing, done, all, pace.perSecond(), pace.leftMs(), millis, result);
    }

    JobStatus at(JobContext.Step step) {
        return new JobStatus(
                state, step.doing(), step.done(), step.all(), perSecond, leftMs, elapsedMs, result);
    }

    JobStatus ended(JobState how, long millis, String what) {
        return new JobStatus(how, "", done, all, 0, -1, millis, what);
    }
}
