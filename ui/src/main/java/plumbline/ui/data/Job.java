package plumbline.ui.data;

/// A long work as the window shows it.
///
/// @param title what it is
/// @param doing its present step, empty if there is none to tell
/// @param all how much there is, 0 if that is not known
/// @param elapsedMs since it began
/// @param cancelling whether it was told to stop
record Job(String title, String doing, long done, long all, long elapsedMs, boolean cancelling) {
    /// Before this much time a rate is a guess.
    private static final long SETTLED_MS = 300;

    /// 0 to 1, or -1 if that is not known.
    double share() {
        return all <= 0 ? -1 : Math.clamp((double) done / all, 0, 1);
    }

    /// How much is done a second; 0 if that is not known yet.
    double perSecond() {
        return elapsedMs < SETTLED_MS ? 0 : done * 1000.0 / elapsedMs;
    }

    /// Time left in milliseconds, -1 if that is not known.
    long leftMs() {
        double rate = perSecond();
        return all <= 0 || rate <= 0 ? -1 : Math.round((all - done) / rate * 1000);
    }
}
