package plumbline.ui.exchange;

import java.util.List;
import java.util.concurrent.CancellationException;
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

    /// Begins one.
    void start(Instrument market, Timeframe timeframe, TimeRange range) {
        SeriesKey key = new SeriesKey(market.id(), timeframe);
        around.jobs()
                .start(
                        JobPlan.of(
                                        Texts.of("market.download.title", key),
                                        job -> download(job, market, timeframe, range))
                                .counting(Texts.of("data.job.candles"))
                                .saying(MarketDownloads::said)
                                .showing(outcome -> around.show().accept(key))
                                .otherwise(failure -> failed(key, failure))
                                .waitingOn(services.threads()));
    }

    private Outcome download(
            JobContext job, Instrument market, Timeframe timeframe, TimeRange range) {
        Thread working = Thread.currentThread();
        job.onStop(working::interrupt);
        VenueSeries series =
                new VenueSeries(
                        services.exchange(market.id().venue()),
                        market,
                        timeframe,
                        services.names(market.id()));
        long one = timeframe.millis();
        try {
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
