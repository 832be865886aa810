package plumbline.engine.feed.parquet;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is read piece by piece. Not mapped into memory: a file that shrinks meanwhile would
/// end the whole program, and Windows would not let go of it.
///
/// Threads: any thread.
final class ParquetInput implements InputFile {
    private final Path path;
    private final FileChannel channel;

    ParquetInput(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public void open() {
        // is open since it was made
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > channel.size() - length) {
            throw new EOFException("bytes " + offset + " to " + (offset + length));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("bytes " + offset + " to " + (offset + length));
            }
        }
        return bytes.flip();
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
