package plumbline.ui.workspace;

import java.util.List;
import javafx.geometry.Rectangle2D;

/// Keeps windows where the user can reach them.
///
/// Threads: any.
public final class ScreenBounds {
    /// What must be seen of a title bar so that it can be dragged.
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 32;

    private ScreenBounds() {}

    /// The bounds of a window that may have been on a monitor that went away.
    ///
    /// @param screens their visual bounds, the first one first; at least one
    /// @return `wanted`, if its title bar is on a screen; else as large and in the middle of the
    ///   first
    public static Rectangle2D reachable(Rectangle2D wanted, List<Rectangle2D> screens) {
        for (Rectangle2D screen : screens) {
            double seen =
                    Math.min(wanted.getMaxX(), screen.getMaxX())
                            - Math.max(wanted.getMinX(), screen.getMinX());
            boolean bar =
                    wanted.getMinY() >= screen.getMinY() - 1
                            && wanted.getMinY() + GRIP_HEIGHT <= screen.getMaxY();
            if (bar && seen >= Math.min(GRIP_WIDTH, wanted.getWidth())) {
                return within(wanted, screen);
            }
        }
        Rectangle2D first = screens.getFirst();
        double width = Math.min(wanted.getWidth(), first.getWidth());
        double height = Math.min(wanted.getHeight(), first.getHeight());
        return new Rectangle2D(
                first.getMinX() + (first.getWidth() - width) / 2,
                first.getMinY() + (first.getHeight() - height) / 2,
                width,
                height);
    }

    private static Rectangle2D within(Rectangle2D wanted, Rectangle2D screen) {
        return new Rectangle2D(
                wanted.getMinX(),
                wanted.getMinY(),
                Math.min(wanted.getWidth(), screen.getWidth()),
                Math.min(wanted.getHeight(), screen.getHeight()));
    }
}
