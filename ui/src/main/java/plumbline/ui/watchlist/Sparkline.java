package plumbline.ui.watchlist;

import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineJoin;

/// Some dozen prices as a line of the size of a word.
///
/// Threads: FX thread.
final class Sparkline extends Polyline {
    private static final double WIDTH = 38;
    private static final double HEIGHT = 14;

    Sparkline() {
        getStyleClass().add("sparkline");
        setStrokeLineJoin(StrokeLineJoin.ROUND);
        setMouseTransparent(true);
    }

    /// Shapes: `prices[n]`, oldest first; fewer than two draw nothing.
    void show(double[] prices) {
        getPoints().clear();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double price : prices) {
            least = Math.min(least, price);
            most = Math.max(most, price);
        }
        double range = most > least ? most - least : 1;
        for (int i = 0; i < prices.length && prices.length > 1; i++) {
            getPoints().add(i * WIDTH / (prices.length - 1));
            getPoints().add((most - prices[i]) / range * HEIGHT);
        }
    }
}
