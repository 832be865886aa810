package plumbline.ui.watchlist;

import java.util.Comparator;

/// By which column the list is sorted, and which way.
record MarketOrder(Column column, boolean descending) {
    static final MarketOrder USUAL = new MarketOrder(Column.MARKET, false);

    /// What can be sorted by.
    enum Column {
        MARKET("market", Comparator.comparing(row -> row.market().toString())),
        LAST("last", Comparator.comparingDouble(MarketRow::last)),
        CHANGE("change", Comparator.comparingDouble(MarketRow::change)),
        AGE("age", Comparator.comparingLong(row -> -row.newestMs()));

        private final String code;
        private final Comparator<MarketRow> comparator;

        Column(String code, Comparator<MarketRow> comparator) {
            this.code = code;
            this.comparator = comparator;
        }

        String code() {
            return code;
        }
    }

    /// The order after a click on a column's head: the same the other way round, or that column,
    /// numbers with the largest first.
    MarketOrder clicked(Column other) {
        return other == column
                ? new MarketOrder(column, !descending)
                : new MarketOrder(other, other == Column.LAST || other == Column.CHANGE);
    }

    /// What is not known comes last, whichever way; equal ones are in the order of their names.
    Comparator<MarketRow> comparator() {
        Comparator<MarketRow> by = column.comparator;
        return Comparator.comparing(this::isUnknown)
                .thenComparing(descending ? by.reversed() : by)
                .thenComparing(Column.MARKET.comparator);
    }

    private boolean isUnknown(MarketRow row) {
        return switch (column) {
            case MARKET, AGE -> false;
            case LAST -> Double.isNaN(row.last());
            case CHANGE -> Double.isNaN(row.change());
        };
    }

    /// `change-down`, as a layout keeps it.
    String text() {
        return column.code() + (descending ? "-down" : "-up");
    }

    /// The order of a text; the usual one if it is not understood.
    static MarketOrder of(String text) {
        for (Column column : Column.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                MarketOrder order = new MarketOrder(column, descending);
                if (order.text().equals(text)) {
                    return order;
                }
            }
        }
        return USUAL;
    }
}
