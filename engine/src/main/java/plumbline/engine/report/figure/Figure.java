package plumbline.engine.report.figure;

/// Something that can be drawn: a size, an alternative text, and a way to paint itself.
public interface Figure {
    /// Millimetres.
    double width();

    /// Millimetres.
    double height();

    /// What it shows, for those who cannot see it.
    String alternativeText();

    void paint(FigurePainter painter);
}
