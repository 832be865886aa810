package plumbline.app.cli;

import java.io.PrintStream;
import java.io.Writer;
import plumbline.engine.text.Printable;

/// Writes to a terminal without anything that acts on it.
final class PrintableWriter extends Writer {
    private final PrintStream stream;

    PrintableWriter(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        stream.print(Printable.of(new String(text, offset, length)));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
