package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.engine.upkeep.AuditLog.Entry;

/// Entries of the audit log as commands print them.
final class AuditTexts {
    private AuditTexts() {}

    static Map<String, Object> document(Entry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", entry.number());
        document.put("at", entry.at().toString());
        document.put("action", entry.action());
        document.put("subject", entry.subject());
        document.put("detail", entry.detail());
        document.put("hash", entry.hash());
        return document;
    }

    /// When, what, to what, how.
    static String line(Entry entry) {
        return at(entry) + "  " + entry.action() + " " + entry.subject() + ": " + entry.detail();
    }

    /// To the second.
    static String at(Entry entry) {
        return Moments.text(entry.at().toEpochMilli() / 1000 * 1000);
    }
}
