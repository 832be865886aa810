package plumbline.ui.exchange;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.ui.job.JobContext;
import plumbline.ui.job.JobPlan;
import plumbline.ui.text.Texts;

/// Downloads as jobs, as many at once as are asked for; the limit of each exchange is kept by how
/// it is called. The newest candles come first, and the chart opens as soon as they are stored.
///
/// Threads: FX thread.
final class MarketDownloads {
    private final ExchangeServices services;
    private final AddMarket.Surroundings around;

    MarketDownloads(ExchangeServices services, AddMarket.Surroundings around) {
        this.services = services;
        this.around = around;
    }

    /// Finds a market of an exchange; blocks.
    @FunctionalInterface
    private interface Finding {
        Instrument of(Exchange exchange) throws InterruptedException;
    }

    /// Begins one.
    void start(Instrument market, Timeframe timeframe, Span span) {
        start(new SeriesKey(market.id(), timeframe), exchange -> market, span);
    }

    /// Begins one of a market that has yet to be found.
    void start(SeriesKey key, Span span) {
        start(
                key,
                exchange ->
                        exchange.listing().instruments().stream()
                                .filter(one -> one.id().equals(key.market()))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                Texts.of("market.download.noMarket", key))),
                span);
    }

    private void start(SeriesKey key, Finding finding, Span span) {
        around.jobs()
                .start(
                        JobPlan.of(
                                        Texts.of("market.download.title", key),
                                        job -> download(job, key, finding, span))
                                .counting(Texts.of("data.job.candles"))
                                .saying(MarketDownloads::said)
                                .showing(outcome -> around.show().accept(key))
                                .otherwise(failure -> failed(key, failure))
                                .in("download " + key) // a second one would ask for the same
                                .waitingOn(services.threads()));
    }

    private Outcome download(JobContext job, SeriesKey key, Finding finding, Span span) {
        Thread working = Thread.currentThread();
        job.onStop(working::interrupt);
        Exchange exchange = services.exchange(key.market().venue());
        long one = key.timeframe().millis();
        try {
            VenueSeries series =
                    new VenueSeries(
                            exchange,
                            finding.of(exchange),
                            key.timeframe(),
                            services.names(key.market()));
            TimeRange range = span.before(Instant.ofEpochMilli(exchange.clock().millis()));
            return services.downloads()
                    .run(
                            series,
                            download -> download.newestFirst(range, () -> shown(series.key())),
                            (done, all, candles) ->
                                    job.progress()
                                            .at(
                                                    Texts.of("market.download.doing"),
                                                    done / one,
                                                    Math.max(1, all / one)),
                            job.cancelled());
        } catch (InterruptedException e) {
            CancellationException cancelled =
                    new CancellationException(Texts.of("market.download.cancelled"));
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private void shown(SeriesKey key) {
        around.tasks().onScreen(() -> around.show().accept(key));
    }

    private static String said(Outcome outcome) {
        long came = outcome.stored().inserted();
        String text =
                came == 0
                        ? Texts.of("market.download.nothing")
                        : Texts.of("market.download.done", Numbers.fixed(came, 0));
        return outcome.outages().isEmpty()
                ? text
                : text + " " + Texts.of("market.download.outages", outcome.outages().size());
    }

    private void failed(SeriesKey key, Throwable failure) {
        if (failure instanceof CancellationException) {
            around.notices()
                    .done(
                            Texts.of("market.download.stopped", key),
                            ErrorText.of(failure),
                            List.of());
        } else {
            around.notices().failed(Texts.of("market.download.failed", key), failure);
        }
    }
}
