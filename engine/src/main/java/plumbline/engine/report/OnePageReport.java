package plumbline.engine.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.analytics.MonthlyReturns;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.report.figure.EquityFigure;
import plumbline.engine.report.figure.Figure;
import plumbline.engine.report.figure.MonthsFigure;
import plumbline.engine.report.figure.ResultsFigure;
import plumbline.engine.text.Numbers;

/// The summary page: fills the template with texts and figures of a run.
final class OnePageReport {
    private static final double FIGURE_WIDTH = 103.33;
    private static final double FIGURE_HEIGHT = 86;
    private static final double LOWER_WIDTH = 118.67;
    private static final double LOWER_HEIGHT = 52;
    private static final int MOST_YEARS = 8;

    private final BacktestRun run;
    private final Metrics hold;
    private final EquityCurve holding;
    private final MonthlyReturns monthly;

    OnePageReport(BacktestRun run) {
        this.run = run;
        this.holding = Metrics.holding(run.candles(), run.assumptions().cash());
        this.hold =
                Metrics.ofHolding(
                        run.candles(),
                        run.data().timeframe(),
                        run.assumptions().cash(),
                        run.assumptions().periodsPerYear());
        this.monthly = MonthlyReturns.of(run.result().equity(), run.data().endMs());
    }

    /// Figures by the name under which the template places them.
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("equity", equityFigure());
        Figure lower = lowerFigure();
        if (lower != null) {
            figures.put("lower", lower);
        }
        return figures;
    }

    /// Equity and drawdown, which is also written as SVG and PNG.
    EquityFigure equityFigure() {
        return new EquityFigure(run, holding, FIGURE_WIDTH, FIGURE_HEIGHT);
    }

    /// Months where there are some, else the results of the trades, else nothing.
    private @Nullable Figure lowerFigure() {
        if (MonthsFigure.fits(monthly)) {
            return new MonthsFigure(monthly, LOWER_WIDTH, MOST_YEARS);
        }
        return run.result().trades().isEmpty()
                ? null
                : new ResultsFigure(run.result().trades(), LOWER_WIDTH, LOWER_HEIGHT);
    }

    /// What the template's placeholders stand for.
    Map<String, Object> model() {
        ReportTexts texts = new ReportTexts(run, hold);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("strategy", run.strategy().title());
        model.put("market", run.data().market().toString());
        model.put("timeframe", run.data().timeframe().code());
        model.put("runId", run.run().id());
        model.put("title", texts.title());
        model.put("subtitle", texts.subtitle());
        model.put("provenance", texts.provenance());
        model.put("verdictHead", texts.verdictHead());
        model.put("verdict", texts.verdict());
        model.put("invalid", run.result().ruined());
        model.put("facts", texts.facts());
        model.put("keyFigures", texts.keyFigures());
        model.put("tradeFigures", texts.tradeFigures());
        model.put("notes", texts.notes());
        model.put("footer", texts.footer());
        model.put("lower", lower());
        return model;
    }

    private Map<String, Object> lower() {
        Map<String, Object> lower = new LinkedHashMap<>();
        Figure figure = lowerFigure();
        lower.put("present", figure != null);
        lower.put("height", figure == null ? 0 : figure.height());
        switch (figure) {
            case MonthsFigure months -> {
                lower.put("title", "Monthly return, %, net");
                lower.put("note", monthsNote(months));
            }
            case ResultsFigure _ -> {
                lower.put("title", "Results of the trades");
                lower.put(
                        "note",
                        "The data spans less than two months, so there is no map of months.");
            }
            case null, default -> {
                lower.put("title", "Results of the trades");
                lower.put("note", "The strategy made no trade.");
            }
        }
        return lower;
    }

    private String monthsNote(MonthsFigure months) {
        String note =
                "Colours end at ±"
                        + Numbers.percent(months.clip(), 1)
                        + " (95th percentile)."
                        + (monthly.lastIsPartial() ? " * part of a year." : "");
        return months.yearsLeftOut() == 0
                ? note
                : note + " " + months.yearsLeftOut() + " earlier years are left out.";
    }

    /// Alternative texts of the figures, for the document's structure.
    Map<String, String> alternativeTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        figures().forEach((name, figure) -> texts.put(name, figure.alternativeText()));
        return texts;
    }

    List<String> keywords() {
        return List.of(run.strategy().name(), run.data().market().toString(), run.run().hash());
    }
}
