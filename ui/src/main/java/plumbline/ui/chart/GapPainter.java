package plumbline.ui.chart;

import java.util.Arrays;
import javafx.scene.paint.Color;

/// A dashed hair line where candles are missing, since the time axis counts candles and leaves no
/// room for them. Gaps that would be narrower than a pixel are not worth a line; where they crowd,
/// the largest of each stretch is marked.
final class GapPainter {
    private static final double SPACING = 24;
    private static final double OPACITY = 0.55;

    private GapPainter() {}

    static void paint(Frame frame) {
        SeriesData data = frame.data();
        Viewport viewport = frame.viewport();
        int[] index = data.gapIndex();
        int stretch = (int) Math.max(1, SPACING / viewport.step());
        stretch = Math.max(1, Integer.highestOneBit(stretch));
        Color color = ChartInk.faded(frame.ink().warn(), OPACITY);
        int last = viewport.last();
        int k = firstAtOrAfter(index, viewport.first() / stretch * stretch);
        while (k < index.length && index[k] <= last) {
            int largest = k;
            int own = index[k] / stretch;
            for (k++; k < index.length && index[k] / stretch == own; k++) {
                if (data.gaps().get(k).missing() > data.gaps().get(largest).missing()) {
                    largest = k;
                }
            }
            if (data.gaps().get(largest).missing() * viewport.step() >= 1) {
                double x = viewport.x(index[largest]);
                frame.dashesDown(x, 0, frame.area().plotHeight(), color);
            }
        }
    }

    private static int firstAtOrAfter(int[] sorted, int wanted) {
        int at = Arrays.binarySearch(sorted, wanted);
        return at >= 0 ? at : -at - 1;
    }
}
