package plumbline.ui.shell;

import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import plumbline.engine.backtest.BacktestRun;
import plumbline.ui.backtest.BacktestViewModel;

/// The keys of the workspace. Letters are left to whoever is typing.
///
/// Threads: FX thread.
final class WorkspaceKeys {
    private final WorkspaceView view;
    private final WorkspaceModel model;

    WorkspaceKeys(WorkspaceView view, WorkspaceModel model) {
        this.view = view;
        this.model = model;
    }

    void install() {
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (pressed(e)) {
                        e.consume();
                    }
                });
        // before whoever has the keyboard: a button takes Escape, a text field Alt and the arrows
        view.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean closes = e.getCode() == KeyCode.ESCAPE && view.overlay().isOpen();
                    if (closes && escape() || e.isAltDown() && walksTrades(e)) {
                        e.consume();
                    }
                });
    }

    /// @return whether the key meant something
    private boolean pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            return escape();
        }
        if (view.overlay().isOpen()) {
            return false;
        }
        if (e.isShortcutDown() && e.isShiftDown()) {
            return withControlAndShift(e.getCode());
        }
        if (e.isShortcutDown()) {
            return goes(e.getCode());
        }
        if (e.isShortcutDown() || e.isAltDown() || e.isMetaDown()) {
            return false;
        }
        return switch (e.getCode()) {
            case F1 -> done(view::showKeys);
            case F5 -> done(model::refresh);
            default -> isOnChart() && pressedOnChart(e);
        };
    }

    private boolean isOnChart() {
        return model.pageProperty().get() == Page.CHART;
    }

    private boolean goes(KeyCode code) {
        return switch (code) {
            case DIGIT1, NUMPAD1 -> done(() -> view.go(Page.CHART));
            case DIGIT2, NUMPAD2 -> done(() -> view.go(Page.DATA));
            default -> false;
        };
    }

    private boolean pressedOnChart(KeyEvent e) {
        return switch (e.getCode()) {
            case B -> !isTyping(e) && done(view::pickStrategy);
            case R -> !isTyping(e) && done(model.backtest()::rerun);
            case SPACE -> isFree(e) && done(() -> model.watchlist().walk(e.isShiftDown() ? -1 : 1));
            default -> false;
        };
    }

    private boolean withControlAndShift(KeyCode code) {
        return switch (code) {
            case R -> isOnChart() && done(view::writeReport);
            case L -> done(view::switchTheme);
            default -> false;
        };
    }

    private boolean walksTrades(KeyEvent e) {
        if (view.overlay().isOpen() || !isOnChart()) {
            return false;
        }
        BacktestRun run = model.backtest().runProperty().get();
        if (run == null) {
            return false;
        }
        return switch (e.getCode()) {
            case LEFT -> done(() -> model.backtest().walk(-1));
            case RIGHT -> done(() -> model.backtest().walk(1));
            default -> false;
        };
    }

    private boolean escape() {
        BacktestViewModel backtest = model.backtest();
        if (view.overlay().isOpen()) {
            return done(view.overlay()::close);
        }
        if (!isOnChart()) {
            return false;
        }
        if (backtest.runningProperty().get()) {
            return done(backtest::cancel);
        }
        if (backtest.selectedProperty().get() != null) {
            return done(() -> backtest.selectedProperty().set(null));
        }
        return false;
    }

    private static boolean isTyping(KeyEvent e) {
        return e.getTarget() instanceof TextInputControl;
    }

    /// Space presses the button that has the keyboard; only elsewhere it is free.
    private static boolean isFree(KeyEvent e) {
        return !isTyping(e) && !(e.getTarget() instanceof Control);
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
