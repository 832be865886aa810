package plumbline.ui.job;

import java.util.List;

/// A job as its history keeps it.
///
/// @param endedMs 0 if nobody knows
/// @param log oldest first
record PastJob(
        String id,
        String title,
        JobState state,
        long beganMs,
        long endedMs,
        long done,
        long all,
        String unit,
        String result,
        List<JobLine> log) {}
