package plumbline.ui.chart;

/// Where the crosshair is: at the pointer, or at a time that another panel points at.
final class Crosshair {
    private enum State {
        HIDDEN,
        POINTER,
        TIME
    }

    private State state = State.HIDDEN;
    private double x;
    private double y;
    private long timeMs;

    void point(double atX, double atY) {
        state = State.POINTER;
        x = atX;
        y = atY;
    }

    void pointAt(long atMs) {
        state = atMs == ChartViewModel.NOWHERE ? State.HIDDEN : State.TIME;
        timeMs = atMs;
    }

    void hide() {
        state = State.HIDDEN;
    }

    boolean isShown() {
        return state != State.HIDDEN;
    }

    /// Whether there is a pointer, and with it a price.
    boolean hasPrice() {
        return state == State.POINTER;
    }

    double y() {
        return y;
    }

    /// The candle it is at, existing or to come; -1 if it is at none.
    int index(Viewport viewport, TimeAxis axis) {
        return switch (state) {
            case HIDDEN -> -1;
            case POINTER -> viewport.indexAt(x);
            case TIME -> axis.candles().isEmpty() ? -1 : axis.holding(timeMs);
        };
    }

    /// Time of that candle, [ChartViewModel#NOWHERE] if it is at none.
    long timeMs(Viewport viewport, TimeAxis axis) {
        if (state == State.TIME) {
            return timeMs;
        }
        int i = index(viewport, axis);
        return i < 0 ? ChartViewModel.NOWHERE : axis.time(i);
    }
}
