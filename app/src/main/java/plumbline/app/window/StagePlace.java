package plumbline.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import plumbline.ui.shell.WindowSettings;
import plumbline.ui.workspace.ScreenBounds;

/// Remembers where the main window was, how large, and whether it was maximised. On a monitor that
/// went away it would be out of reach, so then it comes to the first one.
///
/// Units: logical pixels. Threads: FX thread.
final class StagePlace {
    private static final String PLACE = "place";
    private static final String MAXIMISED = "maximised";
    private static final int NUMBERS = 4;

    private final WindowSettings memory;
    private final Stage stage;
    private Rectangle2D normal;

    /// Puts the stage, which is not shown yet, where it was.
    ///
    /// @param usual where it is the first time
    StagePlace(WindowSettings memory, Stage stage, Rectangle2D usual) {
        this.memory = memory;
        this.stage = stage;
        List<Rectangle2D> screens = new ArrayList<>();
        screens.add(Screen.getPrimary().getVisualBounds());
        Screen.getScreens().forEach(screen -> screens.add(screen.getVisualBounds()));
        Rectangle2D kept = read(memory.read(PLACE, ""), usual);
        Rectangle2D wanted =
                new Rectangle2D(
                        kept.getMinX(),
                        kept.getMinY(),
                        Math.max(stage.getMinWidth(), kept.getWidth()),
                        Math.max(stage.getMinHeight(), kept.getHeight()));
        normal = ScreenBounds.reachable(wanted, screens);
        stage.setX(normal.getMinX());
        stage.setY(normal.getMinY());
        stage.setWidth(normal.getWidth());
        stage.setHeight(normal.getHeight());
        stage.setMaximized(memory.read(MAXIMISED, "").equals("yes"));
        stage.xProperty().addListener((property, before, now) -> note());
        stage.yProperty().addListener((property, before, now) -> note());
        stage.widthProperty().addListener((property, before, now) -> note());
        stage.heightProperty().addListener((property, before, now) -> note());
    }

    /// Maximised or in the task bar, it still knows where it would be otherwise.
    private void note() {
        boolean plain = stage.isShowing() && !stage.isMaximized() && !stage.isIconified();
        if (plain && stage.getWidth() > 0 && stage.getHeight() > 0) {
            normal =
                    new Rectangle2D(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    /// Remembers it for the next start.
    void save() {
        memory.write(MAXIMISED, stage.isMaximized() ? "yes" : "no");
        memory.write(
                PLACE,
                String.format(
                        Locale.ROOT,
                        "%.0f %.0f %.0f %.0f",
                        normal.getMinX(),
                        normal.getMinY(),
                        normal.getWidth(),
                        normal.getHeight()));
    }

    /// Four numbers, or `otherwise` where they are no window.
    static Rectangle2D read(String text, Rectangle2D otherwise) {
        String[] parts = text.split(" ");
        if (parts.length != NUMBERS) {
            return otherwise;
        }
        try {
            double[] n = new double[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                n[i] = Integer.parseInt(parts[i]);
            }
            return n[2] < 1 || n[3] < 1 ? otherwise : new Rectangle2D(n[0], n[1], n[2], n[3]);
        } catch (NumberFormatException e) {
            return otherwise; // edited by hand
        }
    }
}
