package plumbline.engine.exchange.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.drift.DriftAnswers.Page;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;

/// Funding rates of the last 30 days, newest first.
///
/// Thread-safe.
final class DriftFunding {
    private static final String GROUP = "funding";

    /// An answer holds all that is kept.
    private static final String PAGE = "750";

    private static final int NOT_FOUND = 404;

    private final VenueHttp http;

    DriftFunding(VenueHttp http) {
        this.http = http;
    }

    /// Those of a range, oldest first.
    List<FundingRate> within(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        List<FundingRate> all = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        Optional<String> next = Optional.empty();
        do {
            Page<FundingRate> page = page(market, next, priority);
            all.addAll(page.records());
            boolean reached =
                    page.records().stream().anyMatch(rate -> rate.timeMs() < range.fromMs());
            next = reached ? Optional.empty() : page.next();
            if (next.isPresent() && !asked.add(next.get())) {
                throw new Malformed(
                        market.id().venue() + " funding rates",
                        path(market.symbol()),
                        -1,
                        "the pages go round in a circle",
                        false,
                        null);
            }
        } while (next.isPresent());
        return all.stream()
                .filter(rate -> range.contains(rate.timeMs()))
                .distinct()
                .sorted(Comparator.comparingLong(FundingRate::timeMs))
                .toList();
    }

    private static String path(String symbol) {
        return "/market/" + symbol + "/fundingRates";
    }

    /// Servers of before 2026, which anybody may run, have another path.
    private Page<FundingRate> page(
            Instrument market, Optional<String> page, RequestPriority priority)
            throws InterruptedException {
        String symbol = market.symbol();
        VenueRequest request =
                new VenueRequest(GROUP, path(symbol), 1, priority).with("limit", PAGE);
        VenueRequest paged = page.isPresent() ? request.with("page", page.get()) : request;
        try {
            return http.get(paged, answer -> DriftAnswers.funding(answer, symbol));
        } catch (Refused e) {
            if (e.status() != NOT_FOUND || page.isPresent()) {
                throw e;
            }
            return older(symbol, priority, e);
        }
    }

    private Page<FundingRate> older(String symbol, RequestPriority priority, Refused first)
            throws InterruptedException {
        VenueRequest request =
                new VenueRequest(GROUP, "/fundingRates", 1, priority).with("marketName", symbol);
        try {
            return http.get(request, answer -> DriftAnswers.funding(answer, symbol));
        } catch (Refused e) {
            first.addSuppressed(e);
            throw first;
        }
    }
}
