package plumbline.engine.feed.layout;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.Clocks;
import plumbline.engine.feed.csv.CsvLayout;
import plumbline.engine.feed.csv.NumberForm;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;

/// Finds out what a text file of candles is from the sample of its first lines.
///
/// One instance for one file.
public final class LayoutFinder {
    private static final int BINANCE_COLUMNS = 12;

    /// Rows there are at least for each number that is a symbol.
    private static final int FEW_SYMBOLS = 4;

    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final List<String> notes = new ArrayList<>();
    private int headerLine;
    private List<String> header = List.of();
    private List<Row> data = List.of();
    private @Nullable Clocks clocks;

    /// @param timeframe what the user says it is, `null` if nothing was said
    public LayoutFinder(
            LayoutOptions options, ReadingLimits limits, @Nullable Timeframe timeframe) {
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
    }

    /// What the file is.
    ///
    /// @param zoneBeside what stands beside the rows as the zone of their times, empty if nothing
    /// @throws LayoutException if it is no file of candles, or if something stays open
    public FileLayout find(Sample sample, String zoneBeside) throws LayoutException {
        refuseOthers(sample);
        Table table = Table.of(sample.lines());
        ColumnFinder finder = new ColumnFinder(table, options, limits, timeframe, notes);
        CandleColumns columns = finder.find();
        header = finder.header();
        headerLine = finder.headerLine();
        data = finder.data();
        ZoneId zone = zone(columns, zoneBeside);
        TimeForms forms = forms(zone);
        columns = checked(columns, forms);
        TimeForms.Found times = times(columns, forms);
        return new FileLayout(
                sample,
                null,
                rows(table, columns),
                headerLine,
                times.form(),
                times.orders(),
                zone,
                isDescending(columns, times.form(), zone),
                forms.areSoon(timeCells(columns), times.form()),
                forms.step(timeCells(columns), times.form()),
                isBinance(columns),
                List.copyOf(notes));
    }

    private TimeForms forms(ZoneId zone) {
        return new TimeForms(limits, timeframe, zone);
    }

    private CsvLayout rows(Table table, CandleColumns columns) throws LayoutException {
        NumberForm numbers =
                NumberForms.find(
                        prices(columns),
                        options.decimal(),
                        table.delimiter() == ';',
                        writesCommas(table, columns),
                        data.getFirst().line());
        return new CsvLayout(
                table.delimiter(),
                data.getFirst().line(),
                RowWidth.of(data, header.size()),
                columns,
                numbers,
                clocks == null ? Clocks.WHOLE : clocks,
                volumeScale(columns),
                options.symbol().orElse(null));
    }

    private static void refuseOthers(Sample sample) throws LayoutException {
        if (sample.lines().isEmpty()) {
            String why =
                    sample.whole()
                            ? "the file is empty"
                            : "a line of more than "
                                    + Sample.BYTES
                                    + " bytes; this is not a CSV file";
            throw new LayoutException(sample.whole() ? 0 : 1, why);
        }
        for (int i = 0; i < sample.lines().size(); i++) {
            if (sample.lines().get(i).indexOf('\0') >= 0) {
                throw new LayoutException(i == 0 ? 1 : i + 1, "this is not a text file");
            }
        }
        if (sample.lines().stream().allMatch(String::isBlank)) {
            throw new LayoutException(0, "the file has no rows");
        }
    }

    /// What only the rows can tell: whether a column is the time of day, which volume is not zero,
    /// whether a symbol is one.
    private CandleColumns checked(CandleColumns found, TimeForms forms) throws LayoutException {
        CandleColumns columns = found;
        refuseNumbersOfRows(columns, forms);
        columns = clocks(columns, forms);
        if (options.closes().orElse(false)) {
            columns = columns.withCloseTimes();
        }
        if (options.columns().isEmpty() && headerLine > 0) {
            CandleColumns named = columns;
            columns = new Volumes(header, data, () -> prices(named), notes).choose(columns);
        }
        if (cells(columns, CandleColumns.VOLUME).stream()
                .allMatch(cell -> cell.isBlank() || cell.equals("-"))) {
            columns = columns.with(CandleColumns.VOLUME, -1);
        }
        if (columns.at(CandleColumns.VOLUME) < 0) {
            notes.add("there is no column of volume: it is 0");
        }
        boolean stated = options.columns().isPresent();
        return stated || mayBeSymbols(cells(columns, CandleColumns.SYMBOL))
                ? columns
                : columns.with(CandleColumns.SYMBOL, -1);
    }

    /// Numbers may be codes of shares, if there are few of them.
    private static boolean mayBeSymbols(List<String> cells) {
        boolean areNumbers = cells.stream().allMatch(cell -> cell.isEmpty() || isNumber(cell));
        long different = cells.stream().distinct().count();
        return !areNumbers || different * FEW_SYMBOLS <= cells.size();
    }

    private static boolean isNumber(String cell) {
        return !Double.isNaN(NumberForm.PLAIN.read(cell));
    }

    /// A column without a name, or called `id`, may be the time; mostly it counts rows.
    private void refuseNumbersOfRows(CandleColumns columns, TimeForms forms)
            throws LayoutException {
        if (!columns.areTimesDoubtful()) {
            return;
        }
        List<String> cells = timeCells(columns);
        if (!cells.isEmpty() && (!forms.areTimes(cells) || forms.areSoon(cells))) {
            throw new LayoutException(
                    headerLine,
                    "the header has no column of times that is known; it has "
                            + CandleColumns.shown(header)
                            + ". Say which column is what with --columns");
        }
    }

    /// A column beside that of dates is the time of day, or says something else; what looks like a
    /// time of day and is none that is known is asked for.
    private CandleColumns clocks(CandleColumns columns, TimeForms forms) throws LayoutException {
        List<String> cells = cells(columns, CandleColumns.CLOCK);
        if (cells.isEmpty() || options.times().isPresent() && options.columns().isPresent()) {
            return columns;
        }
        clocks = Clocks.of(cells);
        if (clocks != null) {
            return columns;
        }
        boolean dateIsTime = forms.areTimes(cells(columns, CandleColumns.TIME));
        boolean clockIsTime = forms.areTimes(cells);
        boolean hasClock =
                cells(columns, CandleColumns.TIME).stream().anyMatch(c -> c.indexOf(':') > 0);
        if (dateIsTime
                && !clockIsTime
                && !hasClock
                && cells.stream().anyMatch(HeaderRows::hasDigit)) {
            throw new LayoutException(
                    data.getFirst().line(),
                    "'"
                            + cells.getFirst()
                            + "' under '"
                            + columns.name(CandleColumns.CLOCK)
                            + "' is no time of day in any form that is known; say which column is what"
                            + " with --columns, with clock for the time of day, and how both are written"
                            + " with --date-format, for example --date-format \"MM/dd/yyyy hh:mm a\"");
        }
        int time = dateIsTime ? columns.at(CandleColumns.TIME) : columns.at(CandleColumns.CLOCK);
        return columns.with(CandleColumns.TIME, time).with(CandleColumns.CLOCK, -1);
    }

    private double volumeScale(CandleColumns columns) {
        String name = columns.name(CandleColumns.VOLUME);
        double scale = Volumes.scale(name);
        if (scale != 1) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "'%s' counts by %,.0f: it is multiplied by that",
                            name,
                            scale));
        }
        return scale;
    }

    private List<String> cells(CandleColumns columns, int role) {
        int column = columns.at(role);
        return column < 0 ? List.of() : data.stream().map(row -> row.at(column)).toList();
    }

    /// Whether it has fields and dates as in countries that write a decimal comma.
    private boolean writesCommas(Table table, CandleColumns columns) {
        List<String> times = cells(columns, CandleColumns.TIME);
        long dayFirst = times.stream().filter(TimeForms::isDotted).count();
        return table.delimiter() != ',' && dayFirst >= times.size() * Table.MOST;
    }

    private List<String> prices(CandleColumns columns) {
        List<String> cells = new ArrayList<>();
        for (int role = CandleColumns.OPEN; role <= CandleColumns.VOLUME; role++) {
            cells.addAll(cells(columns, role));
        }
        return cells;
    }

    private List<String> timeCells(CandleColumns columns) {
        List<String> dates = cells(columns, CandleColumns.TIME);
        List<String> clocks = cells(columns, CandleColumns.CLOCK);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            String cell =
                    clocks.isEmpty() ? dates.get(i) : dates.get(i) + ' ' + whole(clocks.get(i));
            if (HeaderRows.hasDigit(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private String whole(String clock) {
        return clocks == null ? clock : clocks.whole(clock);
    }

    private TimeForms.Found times(CandleColumns columns, TimeForms forms) throws LayoutException {
        List<String> cells = timeCells(columns);
        if (options.times().isPresent()) {
            return TimeForms.Found.of(options.times().get());
        }
        if (cells.isEmpty()) {
            return TimeForms.Found.of(TimeForm.ISO); // each row will say so
        }
        int line = data.getFirst().line();
        TimeForms.Found found = forms.find(cells, line);
        if (found.form().kind().isEpoch() && forms.areSoon(cells, found.form())) {
            notes.add(
                    "the times are those of January 1970; if that is wrong, say which column is the"
                            + " time with --columns");
        }
        return found;
    }

    /// The zone that the user says, else that which the name of the column says, else UTC.
    private ZoneId zone(CandleColumns columns, String beside) throws LayoutException {
        String name = columns.name(CandleColumns.TIME);
        String written = HeaderRows.zoneName(name);
        ZoneId named = written.isEmpty() ? null : ZoneNames.find(written).orElse(null);
        boolean unknown =
                !written.isEmpty()
                        && named == null
                        && !forms(ZoneOffset.UTC).areEpochs(timeCells(columns));
        if (unknown && options.zone().isEmpty()) {
            throw new LayoutException(
                    headerLine,
                    "the times are called '"
                            + name
                            + "', and "
                            + ZoneNames.several(written)
                                    .orElse(
                                            "'"
                                                    + written
                                                    + "' is no zone that is known; say it with --zone"));
        }
        if (named == null && options.zone().isEmpty() && !beside.isEmpty()) {
            return zoneBeside(columns, beside);
        }
        ZoneId zone = options.zone().orElse(named == null ? ZoneOffset.UTC : named);
        if (named != null && !zone.normalized().equals(named.normalized())) {
            notes.add("the column is called '" + name + "', --zone overrules it");
        } else if (named != null
                && options.zone().isEmpty()
                && named.normalized() != ZoneOffset.UTC) {
            notes.add("the column is called '" + name + "': its times are read as of " + named);
        }
        return zone;
    }

    /// The zone that stands beside the rows holds for times of day; dates are days of trading, the
    /// same everywhere.
    private ZoneId zoneBeside(CandleColumns columns, String zone) throws LayoutException {
        List<String> cells = timeCells(columns);
        boolean haveClocks = !cells.isEmpty() && cells.stream().allMatch(c -> c.indexOf(':') > 0);
        if (!haveClocks) {
            return ZoneOffset.UTC;
        }
        Optional<String> several = ZoneNames.several(zone);
        try {
            ZoneId named = ZoneNames.of(zone);
            notes.add("the times are read as of " + named + ", which stands beside the rows");
            return named;
        } catch (DateTimeException e) {
            throw new LayoutException(
                    0,
                    several.orElse(
                            "beside the rows stands '"
                                    + zone
                                    + "' as the zone of their times, which is not known; say it with"
                                    + " --zone"));
        }
    }

    private boolean isDescending(CandleColumns columns, TimeForm form, ZoneId zone) {
        TimestampParser parser = new TimestampParser(form, zone, false);
        long[] times =
                timeCells(columns).stream()
                        .mapToLong(parser::read)
                        .filter(time -> time != TimeReader.NONE)
                        .toArray();
        return times.length > 1 && times[0] > times[times.length - 1];
    }

    /// Twelve columns with the time of the close, or with what takers bought.
    private boolean isBinance(CandleColumns columns) {
        if (data.getFirst().fields().size() != BINANCE_COLUMNS) {
            return false;
        }
        return headerLine == 0
                ? columns.at(CandleColumns.TIME) == 0 && data.getFirst().at(6).length() >= 13
                : header.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("taker"));
    }
}
