package plumbline.ui.job;

/// A line of a job's log.
public record JobLine(long atMs, String text) {}
