package plumbline.ui.data;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.upkeep.DataCheck;
import plumbline.ui.job.JobLane;
import plumbline.ui.text.Texts;

/// Notes of the chosen gaps that the source has nothing for them, or takes that back if all of them
/// have such a note.
///
/// Threads: FX thread.
final class ConfirmButton extends HBox {
    private final TableView<DataIssue> ledger;
    private final WorkButton confirm;
    private final WorkButton reopen;

    ConfirmButton(TableView<DataIssue> ledger, JobLane lane, DataActions actions) {
        this.ledger = ledger;
        setAlignment(Pos.CENTER);
        confirm =
                new WorkButton(
                        "confirm",
                        MaterialDesignC.CHECK_DECAGRAM_OUTLINE,
                        lane,
                        () -> actions.mark(gaps(State.OPEN), true));
        reopen =
                new WorkButton(
                        "reopen",
                        MaterialDesignC.CLOSE_CIRCLE_OUTLINE,
                        lane,
                        () -> actions.mark(gaps(State.CONFIRMED), false));
        ledger.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<DataIssue>) change -> chosen());
        chosen();
    }

    private void chosen() {
        boolean open = !gaps(State.OPEN).isEmpty();
        boolean back = !open && !gaps(State.CONFIRMED).isEmpty();
        confirm.off(open ? "" : Texts.of("data.tool.confirm.none"));
        getChildren().setAll(back ? reopen : confirm);
    }

    /// Those of the chosen that are in a state.
    private List<DataIssue> gaps(State state) {
        return ledger.getSelectionModel().getSelectedItems().stream()
                .filter((@Nullable DataIssue issue) -> issue != null)
                .filter(issue -> issue.fault().kind() == Kind.GAP && issue.state() == state)
                .filter(issue -> !DataCheck.isOwnLoss(issue))
                .toList();
    }
}
