package plumbline.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns. A column whose name begins with `>` is right-aligned.
final class Table {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[heads.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = name(c).length();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            names.add(name(c));
        }
        line(text, names, widths);
        for (List<String> row : rows) {
            text.append('\n');
            line(text, row, widths);
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        int start = text.length();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - cells.get(c).length());
            text.append(c == 0 ? "" : "  ");
            text.append(isRight(c) ? padding + cells.get(c) : cells.get(c) + padding);
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }

    private boolean isRight(int column) {
        return heads.get(column).startsWith(">");
    }

    private String name(int column) {
        return isRight(column) ? heads.get(column).substring(1) : heads.get(column);
    }
}
