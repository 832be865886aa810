package plumbline.ui.workspace;

import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/// What there is to know of a panel before it is open.
///
/// @param id short, never changed: layouts name it
/// @param title the words on its tab
/// @param icon beside the title
/// @param place where it opens at first
/// @param size across the place's edge, in pixels: the width at left and right, the height at the
///   bottom; of no account in the centre
/// @param closable whether the user can close it; one that cannot be is always open
/// @param opening makes it
public record PanelType(
        String id,
        String title,
        Ikon icon,
        Place place,
        double size,
        boolean closable,
        Supplier<Panel> opening) {

    /// A panel of the middle that is always there.
    public static PanelType centre(String id, String title, Ikon icon, Supplier<Panel> opening) {
        return new PanelType(id, title, icon, Place.CENTRE, 0, false, opening);
    }

    /// A panel at an edge that can be closed.
    public static PanelType edge(
            String id, String title, Ikon icon, Place place, double size, Supplier<Panel> opening) {
        return new PanelType(id, title, icon, place, size, true, opening);
    }
}
