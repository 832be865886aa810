package plumbline.engine.report;

import java.util.Set;

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
    PNG;

    /// What is written unless somebody says otherwise.
    public static final Set<ReportFormat> USUAL = Set.of(PDF, CSV, JSON);
}
