package plumbline.simulator.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.market.Noise;

/// The rules that are in force, how often each has matched and hit, and the stream of chance they
/// share.
///
/// The first rule that hits is the one that is carried out; those behind it do not see the request.
///
/// Threads: any thread.
public final class FaultRules {
    private final long seed;
    private final Map<String, Count> counts = new HashMap<>();
    private List<FaultRule> rules = List.of();
    private Noise chance;

    /// No rules.
    public FaultRules(long seed) {
        this.seed = Noise.key(seed, "faults");
        this.chance = new Noise(this.seed);
    }

    /// Puts other rules in force, with counts from zero and chance from its beginning.
    public synchronized void replace(List<FaultRule> others) {
        rules = List.copyOf(others);
        counts.clear();
        rules.forEach(rule -> counts.put(rule.id(), new Count()));
        chance = new Noise(seed);
    }

    /// The rules in force, the first first.
    public synchronized List<FaultRule> rules() {
        return rules;
    }

    /// How often a rule was carried out.
    public synchronized long hits(String id) {
        Count count = counts.get(id);
        return count == null ? 0 : count.hits;
    }

    /// The rule that a new connection meets.
    public synchronized Optional<FaultRule> ofConnection(long nowMs) {
        return first(FaultRule::isOfConnections, nowMs);
    }

    /// The rule that a request meets.
    public synchronized Optional<FaultRule> of(HttpRequest request, long nowMs) {
        return first(rule -> !rule.isOfConnections() && rule.match().matches(request), nowMs);
    }

    private Optional<FaultRule> first(Predicate<FaultRule> concerned, long nowMs) {
        for (FaultRule rule : rules) {
            if (concerned.test(rule) && hits(rule, nowMs)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private boolean hits(FaultRule rule, long nowMs) {
        FaultRule.When when = rule.when();
        if (nowMs < when.fromMs() || nowMs >= when.untilMs()) {
            return false;
        }
        Count count = counts.computeIfAbsent(rule.id(), _ -> new Count());
        count.matches++;
        boolean hit =
                (when.nth() == 0 || count.matches == when.nth())
                        && (when.every() == 0 || count.matches % when.every() == 0)
                        && count.hits < when.max()
                        && (when.probability() >= 1 || chance.uniform() < when.probability());
        if (hit) {
            count.hits++;
        }
        return hit;
    }

    private static final class Count {
        private long matches;
        private long hits;
    }
}
