package plumbline.ui.workspace;

/// Shares out the room of a split: parts at the edges keep their size, the others share what is
/// left in the proportion that they had.
///
/// Threads: any.
final class SplitSizes {
    /// What the parts at the edges take at most: a chart keeps half of the window.
    private static final double MOST_AT_EDGES = 0.5;

    private SplitSizes() {}

    /// Where the dividers stand.
    ///
    /// @param sizes wanted, in pixels; `sizes[n]`
    /// @param keeps which parts keep theirs; `keeps[n]`
    /// @param room in pixels, above 0
    /// @return from 0 to 1, rising; `out[n - 1]`
    static double[] dividers(double[] sizes, boolean[] keeps, double room) {
        double[] shared = shared(sizes, keeps, room);
        double[] dividers = new double[sizes.length - 1];
        double end = 0;
        for (int i = 0; i < dividers.length; i++) {
            end += shared[i];
            dividers[i] = Math.clamp(end / room, 0, 1);
        }
        return dividers;
    }

    private static double[] shared(double[] sizes, boolean[] keeps, double room) {
        double kept = 0;
        double rest = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (keeps[i]) {
                kept += Math.max(0, sizes[i]);
            } else {
                rest += weight(sizes[i]);
            }
        }
        if (rest == 0) {
            return scaled(sizes, keeps, room / Math.max(1, kept), 0);
        }
        double shrink = Math.min(1, room * MOST_AT_EDGES / Math.max(1, kept));
        return scaled(sizes, keeps, shrink, (room - kept * shrink) / rest);
    }

    private static double[] scaled(double[] sizes, boolean[] keeps, double kept, double rest) {
        double[] scaled = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            scaled[i] = keeps[i] ? Math.max(0, sizes[i]) * kept : weight(sizes[i]) * rest;
        }
        return scaled;
    }

    private static double weight(double size) {
        return size > 0 ? size : 1;
    }
}
