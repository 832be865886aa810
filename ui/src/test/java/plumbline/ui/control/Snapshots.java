package plumbline.ui.control;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

/// Pictures of a view in both themes, in `target/snapshots`, for people to look at. They are
/// written by hand, since the tests of this module do not see `java.desktop`.
public final class Snapshots {
    private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};

    private Snapshots() {}

    /// FX thread.
    public static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            Themes.apply(scene, theme);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            write(scene.snapshot(null), name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        Themes.apply(scene, Theme.DARK);
    }

    private static void write(WritableImage image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "snapshots"));
            Files.write(folder.resolve(name + ".png"), png(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(rows))) {
            for (int y = 0; y < height; y++) {
                out.writeByte(0); // no filter
                for (int x = 0; x < width; x++) {
                    int argb = pixels.getArgb(x, y);
                    out.writeByte(argb >> 16);
                    out.writeShort(argb);
                }
            }
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, red green blue
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(SIGNATURE);
        DataOutputStream out = new DataOutputStream(file);
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", rows.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
