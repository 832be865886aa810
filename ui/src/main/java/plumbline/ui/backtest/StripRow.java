package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import plumbline.ui.control.Controls;
import plumbline.ui.control.ShrinkingButton;

/// One row, whatever its width. At its left end the strategy and its parameters, then what shrinks
/// to icons; at its right end what never moves, and before that the state, which takes what is
/// left. Parameters for which there is no room are kept back, the last first.
///
/// Threads: FX thread.
final class StripRow extends Region {
    private static final double GAP = 8;

    /// Some letters of the strategy's name.
    private static final double LEAST_FIRST = 56;

    private final Region first;
    private final ShrinkingButton more;
    private final Region reset;
    private final List<ShrinkingButton> shrinking;
    private final RunStateView state;
    private final Region end;
    private final List<ParameterField> fields = new ArrayList<>();
    private int fitting;
    private double firstWidth;
    private double resetWidth;
    private boolean tight;

    /// @param more opens what is kept back
    /// @param reset keeps its place while it is not shown
    /// @param shrinking the one that shrinks first comes first
    /// @param end never moves
    StripRow(
            Region first,
            ShrinkingButton more,
            Region reset,
            List<ShrinkingButton> shrinking,
            RunStateView state,
            Region end) {
        this.first = first;
        this.more = more;
        this.reset = reset;
        this.shrinking = shrinking;
        this.state = state;
        this.end = end;
        Controls.show(more, false);
        setMinWidth(0);
        show(List.of());
    }

    /// Other parameters.
    void show(List<ParameterField> shown) {
        fields.clear();
        fields.addAll(shown);
        takeBack();
    }

    /// Those that were lent are here again.
    void takeBack() {
        List<Node> all = new ArrayList<>();
        all.add(first);
        all.addAll(fields);
        all.addAll(List.of(more, reset));
        all.addAll(shrinking);
        all.addAll(List.of(state, end));
        getChildren().setAll(all);
    }

    /// The parameters that the row has no room for.
    List<ParameterField> keptBack() {
        return List.copyOf(fields.subList(Math.min(fitting, fields.size()), fields.size()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        double most = 0;
        for (Node child : getManagedChildren()) {
            most = Math.max(most, child.prefHeight(-1));
        }
        return most;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - width(end) - GAP;
        tighten(room);
        double always = firstWidth + GAP + resetWidth;
        double wanted = always + widths(fields.size());
        int[] forms = forms(room - wanted - GAP - state.wantedWidth(), room - wanted);
        fit(room - always - shrunk(forms) - GAP - state.wantedWidth());
        place(forms);
    }

    /// In a row that is too narrow for what is always there, the place of a reset that is not shown
    /// is given up first, then the name of the strategy is cut.
    private void tighten(double room) {
        int[] shortest = shrinking.stream().mapToInt(one -> one.forms() - 1).toArray();
        double others = GAP + shrunk(shortest) + width(more) + GAP;
        resetWidth = width(reset) + GAP;
        tight = room < width(first) + others + resetWidth;
        if (tight && !reset.isVisible()) {
            resetWidth = 0;
        }
        firstWidth = Math.min(width(first), Math.max(LEAST_FIRST, room - others - resetWidth));
    }

    /// A reason that is longer than its place takes that of parameters behind the one that is
    /// edited.
    private void fit(double forFields) {
        fitting = fields.size();
        if (widths(fitting) <= forFields) {
            return;
        }
        int least = Math.max(0, edited() + 1);
        double room = forFields - width(more) - GAP;
        while (fitting > least && widths(fitting) > room) {
            fitting--;
        }
    }

    /// Index of the parameter that has the keyboard and is refused, -1 if none is.
    private int edited() {
        for (int i = 0; i < fields.size() && state.wantedWidth() > RunStateView.LEAST; i++) {
            if (fields.get(i).isFocusWithin() && fields.get(i).getParent() == this) {
                return i;
            }
        }
        return -1;
    }

    /// The longest forms that leave room enough for the state, else those that take least.
    private int[] forms(double room, double withoutState) {
        int[] forms = new int[shrinking.size()];
        double left = Math.min(room, withoutState - GAP - RunStateView.LEAST);
        for (int i = 0; i < forms.length; i++) {
            // what a reason takes is not taken from the words of the last one
            boolean keepsWords = !tight && i > 0 && i == forms.length - 1;
            int last = shrinking.get(i).forms() - (keepsWords ? 2 : 1);
            while (shrunk(forms) > left && forms[i] < last) {
                forms[i]++;
            }
        }
        return forms;
    }

    private double shrunk(int[] forms) {
        double sum = 0;
        for (int i = 0; i < forms.length; i++) {
            sum += shrinking.get(i).width(forms[i]) + GAP;
        }
        return sum;
    }

    private double widths(int count) {
        double sum = 0;
        for (ParameterField field : fields.subList(0, count)) {
            sum += width(field) + GAP;
        }
        return sum;
    }

    private static double width(Region node) {
        return Math.ceil(node.prefWidth(-1));
    }

    private void place(int[] forms) {
        double x = put(first, 0, firstWidth);
        for (int i = 0; i < fields.size(); i++) {
            ParameterField field = fields.get(i);
            if (field.getParent() != this) {
                continue; // lent
            }
            field.setVisible(i < fitting);
            if (i < fitting) {
                x = put(field, x, width(field));
            }
        }
        boolean keepsBack = fitting < fields.size();
        if (keepsBack != more.isVisible()) {
            more.setVisible(keepsBack);
        }
        if (keepsBack) {
            x = put(more, x, width(more));
        }
        put(reset, x, width(reset));
        x += resetWidth;
        for (int i = 0; i < forms.length; i++) {
            shrinking.get(i).choose(forms[i]);
            x = put(shrinking.get(i), x, shrinking.get(i).width(forms[i]));
        }
        double right = getWidth() - width(end);
        put(end, right, width(end));
        double stateWidth = Math.max(0, right - GAP - x);
        put(state, x, stateWidth);
    }

    /// @return where the next one begins
    private double put(Region node, double x, double width) {
        double height = Math.min(getHeight(), node.prefHeight(-1));
        node.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        return x + width + GAP;
    }
}
