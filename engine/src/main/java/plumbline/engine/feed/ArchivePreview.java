package plumbline.engine.feed;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.json.JsonTable;
import plumbline.engine.feed.layout.LayoutException;
import plumbline.engine.feed.layout.LayoutFinder;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;

/// The preview of an archive: that of the file in it that the import would read first.
final class ArchivePreview {
    /// Of so many files it is found out what they are.
    private static final int MOST = 40;

    private final Path path;
    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;

    ArchivePreview(
            Path path, LayoutOptions options, ReadingLimits limits, @Nullable Timeframe timeframe) {
        this.path = path;
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
    }

    ImportPreview read(PreviewBuilder preview) throws IOException {
        try (ZipFile zip = new ZipFile(new File(path.toString()))) {
            return read(zip, preview);
        } catch (ZipException e) {
            return readFirst(preview); // its list of files is damaged, its files may not be
        }
    }

    private ImportPreview read(ZipFile zip, PreviewBuilder preview) throws IOException {
        List<String> members = new ArrayList<>();
        for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
            String disguise = Archive.disguise(entry.getName());
            if (disguise != null) {
                return preview.refused(disguise);
            }
            if (!entry.isDirectory() && Archive.mayHoldCandles(entry.getName())) {
                members.add(entry.getName());
            }
        }
        preview.members = members.size() > 1 ? List.copyOf(members) : List.of();
        String wanted = options.member().orElse(null);
        String chosen =
                wanted != null
                        ? members.stream()
                                .filter(m -> Archive.is(m, wanted))
                                .findFirst()
                                .orElse(null)
                        : members.size() == 1 ? members.getFirst() : alike(zip, members);
        if (members.isEmpty()) {
            return preview.refused("there is no file in this archive");
        }
        if (chosen == null) {
            return preview.refused(
                    wanted != null
                            ? "the archive has no file '" + wanted + "'; choose one with --member"
                            : "the archive has "
                                    + members.size()
                                    + " files; say which with --member"
                                    + (timeframe == null ? ", or give --timeframe" : ""));
        }
        preview.facts.put("member", chosen);
        try (InputStream in = zip.getInputStream(zip.getEntry(chosen))) {
            new TextPreview(options, limits, timeframe, preview).read(in);
        }
        return preview.done();
    }

    /// The first of the files that are of the timeframe; of those that are alike, if none was said.
    private @Nullable String alike(ZipFile zip, List<String> members) throws IOException {
        Map<Long, String> firsts = new TreeMap<>();
        for (String member : members.subList(0, Math.min(members.size(), MOST))) {
            try (InputStream in = zip.getInputStream(zip.getEntry(member))) {
                long step = step(TextPreview.text(in, options.symbol()));
                if (step > 0) {
                    firsts.putIfAbsent(step, member);
                }
            } catch (JsonTable.JsonException e) {
                continue; // a description, or JSON of something else
            }
        }
        return timeframe != null
                ? firsts.get(timeframe.millis())
                : firsts.size() == 1 ? firsts.values().iterator().next() : null;
    }

    private long step(TextPreview.Text text) {
        try {
            return new LayoutFinder(options, limits, timeframe).find(text.sample(), "").stepMs();
        } catch (LayoutException e) {
            return 0; // it is something else, such as a description
        }
    }

    private ImportPreview readFirst(PreviewBuilder preview) throws IOException {
        try (Archive archive = new Archive(path)) {
            if (!archive.next()) {
                return preview.refused("there is no file in this archive");
            }
            preview.facts.put("member", archive.member());
            new TextPreview(options, limits, timeframe, preview).read(archive.content());
            return preview.done();
        }
    }
}
