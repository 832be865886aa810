package plumbline.engine.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.market.Candle;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.Printable;

/// A preview while it is being found out.
final class PreviewBuilder {
    /// So many rows are shown.
    static final int ROWS = 8;

    final Path file;
    final Map<String, String> facts = new LinkedHashMap<>();
    final List<ImportPreview.Row> rows = new ArrayList<>();
    String kind = "";
    List<String> titles = List.of();
    List<String> roles = List.of();
    List<String> symbols = List.of();
    List<String> members = List.of();
    String problem = "";
    private Optional<Timeframe> timeframe = Optional.empty();

    PreviewBuilder(Path file) {
        this.file = file;
    }

    void told(Optional<Timeframe> ofRows) {
        timeframe = ofRows;
    }

    /// Gives rows the times of their opens.
    void settleTimes(FileMerge.Part part, Timeframe used, Optional<Boolean> said) {
        boolean closes = OpenTimes.settle(part, used, said, new ArrayList<>());
        facts.put("time", closes ? "close" : "open");
    }

    /// What each of `width` columns was taken for.
    void roles(CandleColumns columns, int width) {
        List<String> names = new ArrayList<>(Stream.generate(() -> "").limit(width).toList());
        for (int role = 0; role < CandleColumns.ROLES; role++) {
            int at = columns.at(role);
            if (at >= 0 && at < width) {
                names.set(at, CandleColumns.roleNames().get(role));
            }
        }
        roles = names;
    }

    static Candle candle(CandleRows rows, int i) {
        return new Candle(
                rows.time(i),
                rows.value(CandleColumns.OPEN, i),
                rows.value(CandleColumns.HIGH, i),
                rows.value(CandleColumns.LOW, i),
                rows.value(CandleColumns.CLOSE, i),
                rows.value(CandleColumns.VOLUME, i));
    }

    ImportPreview refused(String why) {
        problem = why;
        return done();
    }

    ImportPreview done() {
        return new ImportPreview(
                file,
                kind,
                Collections.unmodifiableMap(facts),
                titles,
                List.copyOf(roles),
                List.copyOf(rows),
                timeframe,
                symbols,
                members,
                Printable.of(problem));
    }
}
