package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory history = new UndoHistory(3);
    private final List<String> lines = new ArrayList<>();

    private UndoHistory.Change draw(String name) {
        return new UndoHistory.Change(name, () -> lines.add(name), lines::removeLast);
    }

    @Test
    void isTakenBackAndMadeAgain() {
        history.run(draw("a"));
        history.run(draw("b"));
        assertThat(history.undoNameProperty().get()).isEqualTo("b");
        assertThat(history.canRedoProperty().get()).isFalse();

        history.undo();
        assertThat(lines).containsExactly("a");
        assertThat(history.redoNameProperty().get()).isEqualTo("b");

        history.redo();
        assertThat(lines).containsExactly("a", "b");
        history.undo();
        history.undo();
        history.undo();
        assertThat(lines).isEmpty();
        assertThat(history.canUndoProperty().get()).isFalse();
        assertThat(history.undoNameProperty().get()).isEmpty();
    }

    @Test
    void aNewChangeForgetsWhatWasTakenBack() {
        history.run(draw("a"));
        history.undo();
        history.run(draw("b"));

        assertThat(history.canRedoProperty().get()).isFalse();
    }

    @Test
    void onlySoManyAreRemembered() {
        for (String name : List.of("a", "b", "c", "d")) {
            history.run(draw(name));
        }
        for (int i = 0; i < 4; i++) {
            history.undo();
        }
        assertThat(lines).containsExactly("a");
    }

    @Test
    void whatFailsStaysWhereItWas() {
        UndoHistory.Change broken =
                new UndoHistory.Change(
                        "x",
                        () -> {},
                        () -> {
                            throw new IllegalStateException("no");
                        });
        history.run(broken);

        assertThatThrownBy(history::undo).hasMessage("no");
        assertThat(history.undoNameProperty().get()).isEqualTo("x");
        assertThat(history.canRedoProperty().get()).isFalse();
    }

    @Test
    void aChangeWithinAChangeIsRefused() {
        UndoHistory.Change nested =
                new UndoHistory.Change("outer", () -> history.run(draw("inner")), () -> {});

        assertThatThrownBy(() -> history.run(nested)).isInstanceOf(IllegalStateException.class);
        history.run(draw("a"));
        assertThat(history.undoNameProperty().get()).isEqualTo("a");
    }

    /// Whatever was done: all taken back is as before, all made again is as after.
    @Test
    void undoAndRedoAreInverse() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            UndoHistory many = new UndoHistory(100);
            lines.clear();
            Deque<String> names = new ArrayDeque<>(List.of("a", "b", "c", "d", "e", "f", "g"));
            for (int i = 0; i < 20; i++) {
                switch (random.nextInt(3)) {
                    case 0 -> many.undo();
                    case 1 -> many.redo();
                    default -> {
                        if (!names.isEmpty()) {
                            many.run(draw(names.pop()));
                        }
                    }
                }
            }
            while (many.canRedoProperty().get()) {
                many.redo();
            }
            List<String> after = List.copyOf(lines);
            while (many.canUndoProperty().get()) {
                many.undo();
            }
            assertThat(lines).as("seed " + seed).isEmpty();
            while (many.canRedoProperty().get()) {
                many.redo();
            }
            assertThat(lines).as("seed " + seed).isEqualTo(after);
        }
    }
}
