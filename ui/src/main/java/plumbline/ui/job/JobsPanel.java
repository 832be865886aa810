package plumbline.ui.job;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.Message;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// All long work: what goes on with its bars, what has ended with what came of it, and the log of
/// the one that is chosen.
///
/// Threads: FX thread.
public final class JobsPanel extends BorderPane {
    private static final double SHARE = 0.64;

    private final Jobs jobs;
    private final ListView<Job> list = new ListView<>();
    private final ListView<JobLine> log = new ListView<>();
    private final Label going = Controls.label("", "muted");
    private final Button clear = new Button(Texts.of("job.clear"));
    private final Message empty =
            new Message(
                    MaterialDesignP.PROGRESS_CHECK,
                    Texts.of("job.empty"),
                    Texts.of("job.empty.detail"),
                    List.of());
    private final SplitPane split = new SplitPane(list, log);

    public JobsPanel(Jobs jobs) {
        this.jobs = jobs;
        setId("jobs-panel");
        getStyleClass().add("centre-panel");
        clear.setId("jobs-clear");
        clear.getStyleClass().add("small-button");
        clear.setOnAction(e -> jobs.clear());
        Controls.tooltip(clear, Texts.of("job.clear.tooltip"));
        HBox head =
                new HBox(
                        8,
                        Controls.label(Texts.of("job.title"), "strong"),
                        going,
                        Controls.spring(),
                        clear);
        head.getStyleClass().add("panel-head");
        list.setId("jobs-list");
        list.getStyleClass().add("centre-list");
        list.setAccessibleText(Texts.of("job.title"));
        list.setCellFactory(view -> new JobCell(jobs));
        log.setId("jobs-log");
        log.getStyleClass().add("log-list");
        log.setAccessibleText(Texts.of("job.log"));
        log.setCellFactory(view -> new LineCell());
        log.setPlaceholder(Controls.label(Texts.of("job.log.empty"), "muted"));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SHARE);
        setTop(head);
        setCenter(new StackPane(split, empty));
        list.getSelectionModel().selectedItemProperty().subscribe(this::showLog);
        WhileShown.listen(this, this::listen);
    }

    private Subscription listen() {
        fill();
        return Subscription.combine(
                jobs.present().subscribe(this::fill), jobs.ended().subscribe(this::fill));
    }

    private void fill() {
        List<Job> all = new ArrayList<>(jobs.present());
        for (Job job : jobs.ended()) {
            if (!all.contains(job)) { // it is just passing from the one to the other
                all.add(job);
            }
        }
        Job chosen = list.getSelectionModel().getSelectedItem();
        if (!all.equals(list.getItems())) {
            list.getItems().setAll(all);
        }
        if (chosen != null && all.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else {
            list.getSelectionModel().selectFirst();
        }
        Controls.show(empty, all.isEmpty());
        Controls.show(split, !all.isEmpty());
        int now = jobs.present().size();
        going.setText(
                now == 0 ? "" : Texts.of("job.going", Numbers.counted(now, Texts.of("job.one"))));
        clear.setDisable(jobs.ended().isEmpty());
    }

    private void showLog(@Nullable Job job) {
        log.setItems(job == null ? FXCollections.observableArrayList() : job.log());
        log.scrollTo(log.getItems().size() - 1);
    }

    /// `08:00:30 reading binance:BTC/USDT 1m`.
    private static final class LineCell extends ListCell<JobLine> {
        @Override
        protected void updateItem(@Nullable JobLine line, boolean none) {
            super.updateItem(line, none);
            setText(
                    none || line == null
                            ? null
                            : UtcTimes.second(line.atMs()).substring("yyyy-MM-dd ".length())
                                    + "  "
                                    + line.text());
        }
    }
}
