package plumbline.engine.report;

/// What a report can be written as.
public enum ReportFormat {
    /// `report.pdf`.
    PDF,
    /// `trades.csv` and `equity.csv`.
    CSV,
    /// `metrics.json` and `result.json`.
    JSON,
    /// `equity.svg`.
    SVG,
    /// `equity.png`.
    PNG
}
