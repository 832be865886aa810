package plumbline.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class SplitSizesTest {
    @Test
    void anEdgeKeepsItsSizeAndTheMiddleTakesTheRest() {
        double[] dividers =
                SplitSizes.dividers(
                        new double[] {300, 700, 200}, new boolean[] {true, false, true}, 2000);

        assertThat(dividers).containsExactly(new double[] {0.15, 0.9}, within(1e-9));
    }

    @Test
    void theMiddleIsNeverSqueezedOut() {
        double[] dividers =
                SplitSizes.dividers(new double[] {900, 100}, new boolean[] {true, false}, 1000);

        assertThat(dividers).containsExactly(new double[] {0.5}, within(1e-9));
    }

    @Test
    void dividersRiseFromNoneToAll() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            int parts = 2 + random.nextInt(5);
            double[] sizes = random.doubles(parts, -10, 2000).toArray();
            boolean[] keeps = new boolean[parts];
            for (int n = 0; n < parts; n++) {
                keeps[n] = random.nextBoolean();
            }
            double before = 0;
            for (double divider : SplitSizes.dividers(sizes, keeps, 1 + random.nextInt(3000))) {
                assertThat(divider).isBetween(before - 1e-9, 1.0);
                before = divider;
            }
        }
    }

    @Test
    void aWindowOnAMonitorThatWentAwayComesBack() {
        Rectangle2D first = new Rectangle2D(0, 0, 1280, 720);
        Rectangle2D second = new Rectangle2D(1280, 0, 1920, 1080);
        Rectangle2D onSecond = new Rectangle2D(1500, 100, 800, 600);

        assertThat(ScreenBounds.reachable(onSecond, List.of(first, second))).isEqualTo(onSecond);
        assertThat(ScreenBounds.reachable(onSecond, List.of(first)))
                .isEqualTo(new Rectangle2D(240, 60, 800, 600));
        assertThat(ScreenBounds.reachable(new Rectangle2D(0, -500, 400, 300), List.of(first)))
                .isEqualTo(new Rectangle2D(440, 210, 400, 300));
        assertThat(ScreenBounds.reachable(new Rectangle2D(-9e4, 0, 9e4, 9e4), List.of(first)))
                .isEqualTo(first);
    }
}
