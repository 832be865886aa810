package plumbline.ui.data;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.ImportOption;
import plumbline.engine.feed.ImportPreview;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// What a file was understood as: what it is, its first rows as they stand there, and beside them
/// the same rows as candles, or why they are none.
///
/// Threads: FX thread.
final class PreviewPane extends VBox {
    private final Label facts = Controls.label("");
    private final PreviewColumns columns;
    private final PreviewCandles candles = new PreviewCandles();
    private final Label problem = Controls.label("", "warn-text");
    private final Button asFound = new Button(Texts.of("data.import.columns.reset"));

    PreviewPane(ImportChoices choices) {
        columns = new PreviewColumns(choices);
        getStyleClass().add("import-preview");
        facts.setId("import-facts");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        problem.setId("import-reason");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        asFound.setId("import-columns-reset");
        asFound.setMinWidth(USE_PREF_SIZE);
        asFound.setOnAction(e -> choices.reset(ImportOption.COLUMNS));
        choices.of(ImportOption.COLUMNS)
                .subscribe(text -> Controls.show(asFound, choices.isSaid(ImportOption.COLUMNS)));
        ScrollPane left = new ScrollPane(columns);
        left.setId("import-rows");
        left.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().add("edge-to-edge");
        left.setFitToHeight(true);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(candles, problem);
        right.getStyleClass().add("import-candles");
        right.setMinWidth(USE_PREF_SIZE);
        HBox tables = new HBox(left, right);
        tables.getStyleClass().add("import-tables");
        HBox.setHgrow(facts, Priority.ALWAYS);
        getChildren().setAll(new HBox(8, facts, Controls.spring(), asFound), tables);
        show(null);
    }

    /// @param preview `null` if nothing is known; the room for it is kept
    void show(@Nullable ImportPreview preview) {
        facts.setText(preview == null ? Texts.of("data.import.nothingYet") : factsOf(preview));
        columns.setVisible(preview != null);
        candles.setVisible(preview != null);
        Controls.show(problem, preview != null && !preview.problem().isEmpty());
        if (preview != null) {
            columns.show(preview, preview.settledBy().contains(ImportOption.COLUMNS));
            candles.show(preview);
            problem.setText(ImportWords.of(preview.problem()));
        }
    }

    /// `prices.csv: UTF-8, semicolon, header in line 1; dates, day first; decimal comma; oldest
    /// first`.
    private static String factsOf(ImportPreview preview) {
        Map<String, String> known = preview.facts();
        String member = known.getOrDefault("member", "");
        String file = String.valueOf(preview.file().getFileName());
        String name = member.isEmpty() ? file : file + " › " + member;
        if (preview.kind().equals("parquet")) {
            String rows = known.getOrDefault("rows", "");
            return rows.isEmpty()
                    ? name
                    : Texts.of(
                            "data.import.fact.parquet",
                            name,
                            Numbers.fixed(Long.parseLong(rows), 0));
        }
        if (preview.kind().equals("lean")) {
            return Texts.of("data.import.fact.lean", name);
        }
        if (!known.containsKey("encoding")) {
            return name;
        }
        String header = known.getOrDefault("header", "");
        return Texts.of(
                preview.kind().equals("json") ? "data.import.fact.json" : "data.import.fact.text",
                name,
                known.getOrDefault("encoding", ""),
                known.getOrDefault("separator", ""),
                header.equals("none")
                        ? Texts.of("data.import.fact.noHeader")
                        : Texts.of("data.import.fact.header", header),
                known.getOrDefault("times", "") + ", " + known.getOrDefault("zone", ""),
                known.getOrDefault("numbers", ""),
                known.getOrDefault("order", ""));
    }

    /// What is said beside the timeframe: `the rows are 1h apart`.
    static String told(@Nullable ImportPreview preview) {
        if (preview == null) {
            return "";
        }
        return preview.timeframe()
                .map(Timeframe::code)
                .map(code -> Texts.of("data.import.told", code))
                .orElse("");
    }
}
