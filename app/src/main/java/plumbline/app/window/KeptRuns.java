package plumbline.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.StorageException;

/// The kept runs of one market. Which market a run is of stands in its document; it is remembered,
/// so that each is looked at once.
///
/// Threads: any thread but the FX thread; the calls block.
final class KeptRuns {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRuns.class);

    private final RunRepository runs;
    private final Map<String, String> markets = new ConcurrentHashMap<>();

    KeptRuns(RunRepository runs) {
        this.runs = runs;
    }

    /// Newest first. One that cannot be read is no reason to lose the others.
    List<StoredRun> newestOf(MarketId market, int most) {
        List<StoredRun> found = new ArrayList<>();
        for (String id : runs.newestIds(Integer.MAX_VALUE)) {
            String known = markets.get(id);
            if (known == null || known.equals(market.toString())) {
                find(id).filter(run -> isOf(run, market)).ifPresent(found::add);
            }
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    private Optional<StoredRun> find(String id) {
        try {
            return runs.find(id);
        } catch (StorageException e) {
            LOG.warn("a kept run is left out of the list", e);
            return Optional.empty();
        }
    }

    private boolean isOf(StoredRun run, MarketId market) {
        String of = run.market().orElse("");
        markets.put(run.id(), of);
        return of.equals(market.toString());
    }
}
