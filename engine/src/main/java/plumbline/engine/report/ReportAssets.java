package plumbline.engine.report;

/// Files that a report is made with, handed in by whoever has them.
///
/// @param template the page: HTML with Pebble's placeholders
/// @param regular Roboto Regular, TrueType
/// @param medium Roboto Medium
/// @param bold Roboto Bold
/// @param mono JetBrains Mono Regular
public record ReportAssets(
        String template, byte[] regular, byte[] medium, byte[] bold, byte[] mono) {}
