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
}
