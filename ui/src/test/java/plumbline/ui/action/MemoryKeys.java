package plumbline.ui.action;

/// Keeps the text in memory.
final class MemoryKeys implements KeyStore {
    String text;
    String aside = "";
    int writes;

    MemoryKeys(String text) {
        this.text = text;
    }

    @Override
    public String read() {
        return text;
    }

    @Override
    public void write(String newText) {
        text = newText;
        writes++;
    }

    @Override
    public void putAside() {
        aside = text;
    }
}
