package plumbline.ui.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Cards;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The card in which everything is found by typing: a field, and below it what matches. What was
/// chosen last goes first while nothing is typed. The field keeps the keyboard.
///
/// Threads: FX thread.
public final class CommandPalette extends VBox {
    private static final double ROW = 32;
    private static final int ROWS = 11;

    /// Of a frame of 16 ms; the rest of the search waits for the next.
    private static final long SLICE_NANOS = 6_000_000;

    private final Cards cards;
    private final List<PaletteSource> sources;
    private final Recent recent;
    private final TextField field = new TextField();
    private final Label only = Controls.label("", "tag");
    private final Label nothing = Controls.label("", "muted");
    private final Label count = Controls.label("", "muted", "small");
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Map<PaletteSource, List<PaletteEntry>> entries = new HashMap<>();
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    goOn(System.nanoTime() + SLICE_NANOS);
                }
            };
    private @Nullable PaletteSource single;
    private @Nullable PaletteSearch search;
    private FuzzyMatch query = FuzzyMatch.of("");

    /// @param sources the first goes first among equal matches
    public CommandPalette(Cards cards, RecentStore store, List<PaletteSource> sources) {
        this.cards = cards;
        this.sources = List.copyOf(sources);
        recent = new Recent(store);
        getStyleClass().addAll("card", "palette");
        setId("palette");
        field.setId("palette-field");
        field.setAccessibleText(Texts.of("palette.title"));
        HBox.setHgrow(field, Priority.ALWAYS);
        only.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, Controls.icon(MaterialDesignM.MAGNIFY), only, field);
        head.getStyleClass().add("palette-head");
        head.setAlignment(Pos.CENTER_LEFT);
        fillList();
        getChildren().setAll(head, list, foot());
        field.textProperty().addListener((value, before, text) -> look());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (pressed(e)) {
                        e.consume();
                    }
                });
        sceneProperty()
                .addListener((value, before, scene) -> {
                    if (scene == null) {
                        frames.stop();
                    }
                });
    }

    /// Opens over the window, with everything.
    public void open() {
        open(null, "");
    }

    /// Opens with one source, and with letters that were typed already. Backspace in the empty
    /// field brings the others.
    public void search(PaletteSource source, String letters) {
        open(source, letters);
    }

    private void open(@Nullable PaletteSource source, String letters) {
        single = source;
        entries.clear();
        field.setText(letters);
        look();
        if (getScene() == null) {
            cards.open(this);
        }
        field.requestFocus();
        field.end();
    }

    private void fillList() {
        list.setId("palette-list");
        list.getStyleClass().add("edge-to-edge");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS);
        list.setFocusTraversable(false);
        list.setPlaceholder(nothing);
        list.setAccessibleText(Texts.of("palette.title"));
        list.setCellFactory(view -> new PaletteCell(() -> query, this::choose));
    }

    private HBox foot() {
        HBox foot = new HBox(12);
        foot.getStyleClass().add("palette-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        for (PaletteSource source : sources) {
            if (!source.prefix().isEmpty()) {
                HBox hint =
                        new HBox(
                                6,
                                Controls.key(source.prefix()),
                                Controls.label(source.title(), "muted", "small"));
                hint.setAlignment(Pos.CENTER_LEFT);
                foot.getChildren().add(hint);
            }
        }
        foot.getChildren().addAll(Controls.spring(), count);
        return foot;
    }

    /// Looks for what stands in the field.
    private void look() {
        String text = field.getText().stripLeading();
        List<PaletteSource> within = within(text);
        boolean byPrefix = single == null && within != sources;
        query =
                FuzzyMatch.of(
                        byPrefix ? text.substring(within.getFirst().prefix().length()) : text);
        showSource();
        List<PaletteEntry> all = all(within);
        frames.stop();
        search = null;
        if (query.isEmpty()) {
            show(recent.first(all));
            return;
        }
        search = new PaletteSearch(all, query);
        if (!goOn(System.nanoTime() + SLICE_NANOS)) {
            frames.start();
        }
    }

    private List<PaletteSource> within(String text) {
        if (single != null) {
            return List.of(single);
        }
        for (PaletteSource source : sources) {
            if (!source.prefix().isEmpty() && text.startsWith(source.prefix())) {
                return List.of(source);
            }
        }
        return sources;
    }

    private List<PaletteEntry> all(List<PaletteSource> within) {
        if (within.size() == 1) {
            return entries(within.getFirst());
        }
        return within.stream().map(this::entries).flatMap(List::stream).toList();
    }

    private List<PaletteEntry> entries(PaletteSource source) {
        return entries.computeIfAbsent(source, PaletteSource::entries);
    }

    private void showSource() {
        PaletteSource source = single;
        Controls.show(only, source != null);
        only.setText(source == null ? "" : source.title());
        field.setPromptText(
                source == null
                        ? Texts.of("palette.prompt")
                        : Texts.of("palette.promptIn", source.title()));
    }

    /// @return whether the search is through
    private boolean goOn(long until) {
        PaletteSearch running = search;
        if (running == null) {
            return true;
        }
        if (!running.advance(until)) {
            return false;
        }
        frames.stop();
        search = null;
        show(running.results());
        return true;
    }

    private void show(List<PaletteEntry> found) {
        nothing.setText(Texts.of("palette.nothing", field.getText().strip()));
        count.setText(Numbers.counted(found.size(), Texts.of("palette.result")));
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
        if (firstVisible() > 0) {
            list.scrollTo(0);
        }
    }

    private boolean pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isMetaDown()) {
            return false;
        }
        return switch (e.getCode()) {
            case UP -> moved(-1, true);
            case DOWN -> moved(1, true);
            case PAGE_UP -> moved(1 - rows(), false);
            case PAGE_DOWN -> moved(rows() - 1, false);
            case TAB -> true;
            case ESCAPE -> {
                cards.close();
                yield true;
            }
            case ENTER -> {
                entered();
                yield true;
            }
            case BACK_SPACE -> single != null && field.getText().isEmpty() && widened();
            default -> false;
        };
    }

    private boolean widened() {
        single = null;
        look();
        return true;
    }

    private void entered() {
        goOn(System.nanoTime() + Long.MAX_VALUE / 2); // what is chosen is of what was typed
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            choose(entry);
        }
    }

    private void choose(PaletteEntry entry) {
        cards.close();
        recent.chosen(entry);
        entry.run();
    }

    private boolean moved(int by, boolean round) {
        int size = list.getItems().size();
        if (size > 0) {
            int to = list.getSelectionModel().getSelectedIndex() + by;
            int index = round ? Math.floorMod(to, size) : Math.clamp(to, 0, size - 1);
            list.getSelectionModel().clearAndSelect(index);
            bringIntoView(index);
        }
        return true;
    }

    /// Whole rows that there is room for; fewer in a small window.
    private int rows() {
        return Math.max(2, (int) (list.getHeight() / ROW));
    }

    /// Moves the list no more than it must.
    private void bringIntoView(int index) {
        int top = (int) Math.ceil(firstVisible());
        if (index < top) {
            list.scrollTo(index);
        } else if (index > top + rows() - 1) {
            list.scrollTo(index - rows() + 1);
        }
    }

    /// In rows, with the part of the first one that is above the list.
    private double firstVisible() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null) {
            IndexedCell<?> cell = flow.getFirstVisibleCell();
            return cell.getIndex() + Math.max(0, -Math.rint(cell.getLayoutY()) / ROW);
        }
        return 0;
    }
}
