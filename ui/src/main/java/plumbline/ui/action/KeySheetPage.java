package plumbline.ui.action;

import plumbline.ui.text.Texts;

/// The sheet of keys as a page that needs nothing else: to be printed from a browser.
final class KeySheetPage {
    private static final String STYLE =
            """
            @page { margin: 14mm; }
            body { font: 10.5pt/1.35 "Roboto", "Helvetica Neue", Arial, sans-serif; color: #1a2330;
              background: #fff; margin: 24px auto; max-width: 960px; padding: 0 16px; }
            h1 { font-size: 16pt; margin: 0 0 12px; }
            .groups { columns: 2; column-gap: 32px; }
            section { break-inside: avoid; margin: 0 0 16px; }
            h2 { font-size: 11pt; margin: 0 0 4px; color: #566273; }
            table { border-collapse: collapse; width: 100%; }
            td { border-top: 1px solid #d3dae4; padding: 3px 0; vertical-align: top; }
            td + td { text-align: right; white-space: nowrap; padding-left: 12px; }
            kbd { font: inherit; border: 1px solid #b6c0cd; border-radius: 4px; padding: 0 5px; }
            @media print { body { margin: 0; max-width: none; padding: 0; } }
            """;

    private KeySheetPage() {}

    static String of(KeyRows rows) {
        String title = escaped(Texts.of("keysheet.page"));
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<title>").append(title).append("</title>\n<style>\n").append(STYLE);
        page.append("</style>\n</head>\n<body>\n<h1>").append(title).append("</h1>\n");
        page.append("<div class=\"groups\">\n");
        for (KeyRows.Group group : rows.groups()) {
            page.append("<section>\n<h2>")
                    .append(escaped(group.title()))
                    .append("</h2>\n<table>\n");
            for (KeyRows.Row row : group.rows()) {
                page.append("<tr><td>").append(escaped(row.title())).append("</td><td>");
                for (String key : row.keys()) {
                    page.append(" <kbd>").append(escaped(key)).append("</kbd>");
                }
                page.append("</td></tr>\n");
            }
            page.append("</table>\n</section>\n");
        }
        return page.append("</div>\n</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
