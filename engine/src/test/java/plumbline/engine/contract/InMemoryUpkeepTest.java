package plumbline.engine.contract;

import java.time.InstantSource;

class InMemoryUpkeepTest extends CandleUpkeepContract {
    private final InMemoryStore store = new InMemoryStore(InstantSource.system());

    @Override
    protected OpenStore openStore() {
        return store.open();
    }
}
