package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that `doctor` looked at.
///
/// @param name of the thing
/// @param text what was found, and what to do about it if something is wrong
record Finding(String name, State state, String text) {
    /// How it is.
    enum State {
        /// As it should be.
        OK("ok"),
        /// Not there; everything else works without it.
        LACKING("lacking"),
        /// Wrong.
        FAULT("fault");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static Finding ok(String name, String text) {
        return new Finding(name, State.OK, text);
    }

    static Finding lacking(String name, String text) {
        return new Finding(name, State.LACKING, text);
    }

    static Finding fault(String name, String text) {
        return new Finding(name, State.FAULT, text);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("state", state.code());
        document.put("message", text);
        return document;
    }
}
