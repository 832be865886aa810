package plumbline.simulator.scenario;

/// The rules of scenarios, as they are written in a file of faults; `"+30s"` is thirty seconds
/// after the beginning.
final class ScenarioRules {
    /// The numbers have no common divisor, so that faults rarely follow each other and each request
    /// that is repeated comes through.
    static final String STORM =
            """
            [{"id": "storm-ban", "when": {"nth": 9},
              "action": {"type": "status", "status": 418, "retryAfter": 3}},
             {"id": "storm-busy", "when": {"every": 29},
              "action": {"type": "status", "status": 429, "retryAfter": 1}},
             {"id": "storm-reset-before", "when": {"every": 23},
              "action": {"type": "reset", "stage": "request"}},
             {"id": "storm-reset-after", "when": {"every": 19},
              "action": {"type": "reset", "stage": "reply"}},
             {"id": "storm-cut", "when": {"every": 17}, "action": {"type": "truncated-body"}},
             {"id": "storm-garbage", "when": {"every": 31}, "action": {"type": "gzip-garbage"}},
             {"id": "storm-gap", "match": {"path": "klines|candles|OHLC"}, "when": {"every": 7},
              "action": {"type": "rows-missing"}},
             {"id": "storm-twice", "match": {"path": "klines|candles|OHLC|[Tt]rades"},
              "when": {"every": 5}, "action": {"type": "rows-duplicated"}},
             {"id": "storm-unsorted", "match": {"path": "klines|candles|OHLC"},
              "when": {"every": 3}, "action": {"type": "rows-unsorted"}},
             {"id": "storm-late", "when": {"probability": 0.2},
              "action": {"type": "latency", "ms": 150}}]
            """;

    static final String OUTAGE =
            """
            [{"id": "outage-slow", "when": {"until": "+10s"},
              "action": {"type": "latency", "ms": 300}},
             {"id": "outage-down", "when": {"from": "+10s", "until": "+30s"},
              "action": {"type": "status", "status": 503}}]
            """;

    private ScenarioRules() {}
}
