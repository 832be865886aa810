package plumbline.ui.shell;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Notices;
import plumbline.ui.text.ShownPath;
import plumbline.ui.text.Texts;

/// Says that a report was written, and opens it.
///
/// Threads: FX thread.
record ReportNotes(Notices toasts, FileOpener opener) {
    private static final System.Logger LOG = System.getLogger(ReportNotes.class.getName());

    void written(List<Path> files) {
        Path report = files.getFirst();
        Path folder = report.toAbsolutePath().resolveSibling("");
        Button open = new Button(Texts.of("report.open"));
        open.setId("report-open");
        open.getStyleClass().add("accent");
        open.setOnAction(e -> openFile(() -> opener.open(report)));
        Button reveal = new Button(Texts.of("report.reveal"));
        reveal.setOnAction(e -> openFile(() -> opener.reveal(folder)));
        LOG.log(Level.DEBUG, "report written: {0}", report);
        toasts.done(
                Texts.of("report.written", files.size()),
                ShownPath.of(folder),
                List.of(open, reveal));
    }

    private void openFile(Runnable opening) {
        try {
            opening.run();
        } catch (UnsupportedOperationException | IllegalStateException e) {
            toasts.failed("REP-102", Texts.of("report.notOpened"), ErrorText.of(e));
        }
    }

    void notWritten(Throwable failure) {
        toasts.failed(
                "REP-101",
                Texts.of("report.notWritten"),
                Texts.of("report.notWritten.detail", ErrorText.of(failure)));
    }
}
