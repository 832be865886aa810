package plumbline.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import plumbline.ui.control.Notices;
import plumbline.ui.data.StoreNote;
import plumbline.ui.text.Texts;

/// Says what happened to the store while the home folder was opened.
///
/// Threads: FX thread.
final class StoreNotes {
    private StoreNotes() {}

    /// @param read shows all of it
    static void tell(StoreNote note, Notices notices, Runnable read) {
        if (note.text().isEmpty()) {
            return;
        }
        Button show = new Button(Texts.of("data.note.show"));
        show.setOnAction(e -> read.run());
        switch (note.kind()) {
            case RECOVERED ->
                    notices.warned(
                            Texts.of("data.recovered"),
                            Texts.of("data.recovered.detail"),
                            List.of(show));
            case RESTORED ->
                    notices.done(
                            Texts.of("data.restored"),
                            Texts.of("data.restored.detail"),
                            List.of(show));
            case NOT_RESTORED ->
                    notices.failed("BAK-101", Texts.of("data.notRestored"), note.text());
        }
    }
}
