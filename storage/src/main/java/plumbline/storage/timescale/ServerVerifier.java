package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.SeriesTable;

/// Reads every row of a series from the server, past all copies, and compares each slot with what
/// is noted of it.
final class ServerVerifier {
    private final ServerDatabase database;
    private final SeriesKey key;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();
    private long candles;

    ServerVerifier(ServerDatabase database, SeriesKey key) {
        this.database = database;
        this.key = key;
    }

    /// What is found, once.
    SeriesVerdict verify(BooleanSupplier cancelled) {
        Optional<SeriesTable.Row> series =
                database.read("look up " + key, c -> SeriesTable.find(c, key));
        if (series.isEmpty() || series.get().info().candles() == 0) {
            return new SeriesVerdict(0, 0, List.of(), List.of());
        }
        SeriesInfo info = series.get().info();
        List<SlotSum> slots =
                database.read(
                        "look up " + key,
                        c -> new SlotTable(c, series.get()).list(Long.MIN_VALUE, Long.MAX_VALUE));
        SeriesScan scan = new SeriesScan(key.timeframe());
        for (SlotSum slot : slots) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("checking " + key + " was cancelled");
            }
            scan.add(database.read("check " + key, c -> verified(c, slot)));
        }
        if (scan.candles() != info.candles()) {
            faults.add(
                    new Fault(
                            Kind.NOTE,
                            info.firstOpenMs(),
                            info.lastOpenMs(),
                            Math.abs(scan.candles() - info.candles()),
                            info.candles()
                                    + " candles are noted, "
                                    + scan.candles()
                                    + " are there"));
        }
        faults.addAll(scan.faults());
        faults.sort(Comparator.comparingLong(Fault::fromMs));
        return new SeriesVerdict(scan.candles(), slots.size(), faults, scan.notes());
    }

    private CandleSeries verified(Connection connection, SlotSum slot) throws SQLException {
        SeriesTable.Row series = SeriesTable.find(connection, key).orElseThrow();
        TimeRange range = ChunkGrid.range(key.timeframe(), slot.slot());
        CandleSeries candles = new RowTable(connection, series).read(range);
        CandleSlice slice = CandleSlice.of(candles);
        boolean same =
                slot.candles() == SlotTable.OPEN
                        || slot.candles() == candles.size() && slot.checksum() == slice.checksum();
        if (!same) {
            changed.add(slot.slot());
            faults.add(
                    new Fault(
                            Kind.NOTE,
                            range.fromMs(),
                            range.toMs(),
                            candles.size(),
                            "rows were changed by something else than Plumbline"));
        }
        return candles;
    }

    /// Whether anything of the series is not what is noted of it.
    boolean isChanged() {
        SeriesVerdict found = verify(() -> false);
        candles = found.candles();
        return found.faults().stream().anyMatch(f -> f.kind() == Kind.NOTE);
    }

    /// After [#isChanged], the slots that hold something else than what is noted of them.
    List<Long> changedSlots() {
        return changed;
    }

    /// After [#isChanged], how many candles there are.
    long candles() {
        return candles;
    }
}
