package plumbline.ui.shell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.ui.action.UndoHistory;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.WindowLayout;

/// What the user did to the workspace, step by step, to be taken back and done again: which panels
/// stand where, and what each chart shows. What happens in one go, such as four charts that open at
/// once, is one step.
///
/// Threads: FX thread.
final class WorkspaceHistory {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final int MOST = 50;

    private final FxTasks tasks;
    private final PageDeck deck;
    private final WorkspaceModel model;
    private final UndoHistory steps = new UndoHistory(MOST);
    private @Nullable Moment last;
    private boolean waiting;
    private boolean taking;
    private boolean closed;

    /// What a chart shows.
    private record Shows(@Nullable MarketId market, Timeframe timeframe, Link link) {}

    /// The workspace at one time.
    ///
    /// @param shape of its pages: equal if a user takes two layouts for the same
    /// @param charts what they show, by panel
    private record Moment(WindowLayout layout, String shape, Map<String, Shows> charts) {
        boolean isLike(Moment other) {
            // a chart that only one of them has makes another shape
            return shape.equals(other.shape)
                    && charts.entrySet().stream()
                            .allMatch(chart ->
                                    chart.getValue()
                                            .equals(
                                                    other.charts.getOrDefault(
                                                            chart.getKey(), chart.getValue())));
        }
    }

    WorkspaceHistory(FxTasks tasks, PageDeck deck, WorkspaceModel model) {
        this.tasks = tasks;
        this.deck = deck;
        this.model = model;
    }

    /// The steps, for menus and keys.
    UndoHistory steps() {
        return steps;
    }

    /// Something may have changed; it is looked at when all that belongs to it has happened.
    void changed() {
        if (!waiting) {
            waiting = true;
            tasks.later(SOON, this::look);
        }
    }

    /// Remembers what has changed since it was looked at last.
    void look() {
        waiting = false;
        if (closed) {
            return;
        }
        Moment before = last;
        Moment now = now();
        last = now;
        if (before != null && !before.isLike(now)) {
            steps.add(
                    new UndoHistory.Change(name(before, now), () -> take(now), () -> take(before)));
        }
    }

    /// Does what the window does by itself, which is no step of the user's.
    void aside(Runnable change) {
        if (taking) {
            change.run();
            return;
        }
        look();
        change.run();
        last = now();
    }

    /// The window is about to end.
    void close() {
        closed = true;
    }

    void undo() {
        look();
        steps.undo();
    }

    void redo() {
        look();
        steps.redo();
    }

    private Moment now() {
        WindowLayout layout = deck.layout();
        String shape =
                layout.pages().entrySet().stream()
                        .map(page -> page.getKey() + " " + page.getValue().shape())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return new Moment(layout, shape, charts());
    }

    private Map<String, Shows> charts() {
        Map<String, Shows> charts = new LinkedHashMap<>();
        for (ChartSession session : model.sessions()) {
            charts.put(
                    session.id(),
                    new Shows(session.market(), session.timeframe(), session.linkProperty().get()));
        }
        return charts;
    }

    private void take(Moment moment) {
        taking = true;
        try {
            bring(moment);
        } finally {
            taking = false;
        }
    }

    private void bring(Moment moment) {
        deck.arrange(moment.layout());
        for (ChartSession session : List.copyOf(model.sessions())) {
            Shows shows = moment.charts().get(session.id());
            if (shows != null) {
                session.linkProperty().set(shows.link());
                model.show(session, shows.market(), shows.timeframe());
            }
        }
        last = now();
    }

    private static String name(Moment before, Moment now) {
        for (Map.Entry<String, Shows> chart : now.charts().entrySet()) {
            Shows was = before.charts().get(chart.getKey());
            Shows is = chart.getValue();
            if (was != null && !Objects.equals(was.market(), is.market()) && is.market() != null) {
                return is.market().pair();
            }
            if (was != null && was.timeframe() != is.timeframe()) {
                return Texts.of("undo.timeframe", is.timeframe());
            }
        }
        return Texts.of("undo.layout");
    }
}
