package plumbline.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.analytics.MonthlyReturns;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.portfolio.EquityCurve;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.report.figure.EquityFigure;
import plumbline.engine.report.figure.Figure;
import plumbline.engine.report.figure.MonthsFigure;
import plumbline.engine.report.figure.ResultsFigure;
import plumbline.engine.report.figure.TradesFigure;
import plumbline.engine.text.Numbers;

/// The summary page: fills the template with texts and figures of a run.
final class OnePageReport {
    private static final double FIGURE_WIDTH = 103.33;
    private static final double FIGURE_HEIGHT = 86;
    private static final double LOWER_WIDTH = 118.67;

    /// Height of all that stands below the key figures, and what a heading and a note take of it.
    private static final double LOWER_ROOM = 70;

    private static final double HEADING = 5.2;
    private static final double NOTE = 6;
    private static final double LEAST_RESULTS = 24;
    private static final double MOST_RESULTS = 52;

    private final BacktestRun run;
    private final ReportTexts texts;
    private final List<Section> lower;

    OnePageReport(BacktestRun run) {
        this.run = run;
        Metrics hold =
                Metrics.ofHolding(
                        run.candles(),
                        run.data().timeframe(),
                        run.assumptions().cash(),
                        run.assumptions().periodsPerYear());
        this.texts = new ReportTexts(run, hold);
        this.lower = lower(run, LOWER_ROOM - texts.extraHeight());
    }

    /// A figure with its heading and note.
    private record Section(String name, String title, Figure figure, String note) {
        Map<String, Object> model() {
            return Map.of("name", name, "title", title, "height", figure.height(), "note", note);
        }
    }

    /// Months where there are some, and the results of the trades where there is room for them.
    private static List<Section> lower(BacktestRun run, double height) {
        MonthlyReturns monthly = MonthlyReturns.of(run.result().equity(), run.data().endMs());
        List<Section> sections = new ArrayList<>();
        double room = height;
        if (MonthsFigure.fits(monthly)) {
            MonthsFigure months = new MonthsFigure(monthly, LOWER_WIDTH, room - HEADING - NOTE);
            sections.add(
                    new Section("months", "Monthly return, %, net", months, monthsNote(months)));
            room -= HEADING + months.height() + NOTE;
        }
        double left = Math.min(room - HEADING, MOST_RESULTS);
        if (!run.result().trades().isEmpty() && left >= LEAST_RESULTS) {
            List<Trade> trades = run.result().trades();
            Figure results =
                    trades.size() <= TradesFigure.MOST_TRADES
                            ? new TradesFigure(trades, LOWER_WIDTH, left)
                            : new ResultsFigure(trades, LOWER_WIDTH, left);
            sections.add(new Section("results", "Results of the trades", results, ""));
        }
        return sections;
    }

    /// Figures by the name under which the template places them.
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("equity", equityFigure(run));
        lower.forEach(section -> figures.put(section.name(), section.figure()));
        return figures;
    }

    /// Equity and drawdown, which is also written as SVG and PNG.
    static EquityFigure equityFigure(BacktestRun run) {
        EquityCurve holding = Metrics.holding(run.candles(), run.assumptions().cash());
        return new EquityFigure(run, holding, FIGURE_WIDTH, FIGURE_HEIGHT);
    }

    /// What the template's placeholders stand for.
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("strategy", run.strategy().title());
        model.put("market", run.data().market().toString());
        model.put("timeframe", run.data().timeframe().code());
        model.put("runId", run.identity().shortId());
        model.put("title", texts.title());
        model.put("longTitle", texts.isTitleLong());
        model.put("subtitle", texts.subtitle());
        model.put("provenance", texts.provenance());
        model.put("verdictHead", texts.verdictHead());
        model.put("verdict", words(texts.verdict()));
        model.put("invalid", run.result().ruined());
        model.put("facts", texts.facts());
        model.put("keyFigures", texts.keyFigures());
        model.put("tradeFigures", texts.tradeFigures());
        model.put("notes", texts.notes());
        model.put("warnings", words(texts.warnings()));
        model.put("footer", texts.footer());
        model.put("lower", lower.stream().map(Section::model).toList());
        return model;
    }

    /// Lines are broken between words only, not at the point of a number.
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String monthsNote(MonthsFigure months) {
        int left = months.yearsLeftOut();
        return "Colours end at ±"
                + Numbers.percent(months.clip(), 1)
                + " (95th percentile)."
                + (months.hasPartialYear() ? " * part of a year." : "")
                + (left == 0
                        ? ""
                        : " "
                                + left
                                + (left == 1 ? " earlier year is" : " earlier years are")
                                + " left out.");
    }

    /// Alternative texts of the figures, for the document's structure.
    Map<String, String> alternativeTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        figures().forEach((name, figure) -> texts.put(name, figure.alternativeText()));
        return texts;
    }

    List<String> keywords() {
        return List.of(
                run.strategy().name(), run.data().market().toString(), run.identity().hash());
    }
}
