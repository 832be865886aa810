package plumbline.ui.data;

import java.util.Locale;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// What a month, or a whole row, says in words.
final class HoverText {
    private HoverText() {}

    /// One month of a series.
    static String of(SeriesRow row, int month) {
        String name = String.format(Locale.ROOT, "%d-%02d", month / 12, month % 12 + 1);
        String market = row.key().market().pair() + " " + row.key().timeframe();
        String candles = Numbers.fixed(row.months().candles(month), 0);
        String missing = Numbers.fixed(row.months().missing(month), 0);
        return switch (row.months().kind(month)) {
            case COVERED -> Texts.of("data.hover.covered", market, name, candles);
            case GAP -> Texts.of("data.hover.gap", market, name, candles, missing);
            case PART ->
                    Texts.of(
                            "data.hover.part",
                            market,
                            name,
                            candles,
                            Numbers.fixed(row.months().never(month), 0));
            case NOTHING -> Texts.of("data.hover.nothing", market, name);
            case NEVER -> Texts.of("data.hover.never", market, name);
        };
    }

    /// A row for who does not see the calendar.
    static String spoken(SeriesRow row) {
        return Texts.of(
                "data.row.spoken",
                row.key(),
                Numbers.fixed(row.series().candles(), 0),
                UtcTimes.date(row.series().firstOpenMs()),
                UtcTimes.date(row.series().lastOpenMs()),
                CoverageTable.stateOf(row));
    }
}
