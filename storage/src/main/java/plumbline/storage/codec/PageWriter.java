package plumbline.storage.codec;

/// What writing pages needs: where to, and room for one page. One call, one thread.
final class PageWriter {
    final Bytes out;
    final PatchedBlocks blocks = new PatchedBlocks();
    final long[][] columns = new long[PricePages.COLUMNS][Pages.ROWS];

    PageWriter(Bytes out) {
        this.out = out;
    }
}
