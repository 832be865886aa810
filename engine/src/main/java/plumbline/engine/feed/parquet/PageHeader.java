package plumbline.engine.feed.parquet;

import java.nio.ByteBuffer;

/// What stands before the bytes of a page.
///
/// @param type [#DATA], [#DICTIONARY], [#DATA_V2] or one that readers pass over
/// @param plainBytes size of the page once unpacked
/// @param storedBytes size of the page as it is in the file
/// @param values how many it holds, nulls included
/// @param levelBytes how many of the stored bytes are levels that are never packed
/// @param isPacked whether the rest is packed with the codec of its column
record PageHeader(
        int type, int plainBytes, int storedBytes, int values, int levelBytes, boolean isPacked) {
    static final int DATA = 0;
    static final int DICTIONARY = 2;
    static final int DATA_V2 = 3;

    boolean isData() {
        return type == DATA || type == DATA_V2;
    }

    /// Reads the header at the buffer's position and moves the position behind it.
    static PageHeader read(ByteBuffer in) throws ParquetException {
        CompactReader reader = new CompactReader(in);
        int type = -1;
        int plain = -1;
        int stored = -1;
        Details data = Details.NONE;
        Details dictionary = Details.NONE;
        Details dataV2 = Details.NONE;
        for (int id = reader.field(0); id != 0; id = reader.field(id)) {
            switch (id) {
                case 1 -> type = reader.intField();
                case 2 -> plain = reader.intField();
                case 3 -> stored = reader.intField();
                case 5 -> data = Details.read(reader, false);
                case 7 -> dictionary = Details.read(reader, false);
                case 8 -> dataV2 = Details.read(reader, true);
                default -> reader.skip();
            }
        }
        Details details =
                switch (type) {
                    case DATA -> data;
                    case DICTIONARY -> dictionary;
                    case DATA_V2 -> dataV2;
                    default -> Details.NONE;
                };
        return new PageHeader(
                type, plain, stored, details.values, details.levelBytes, details.isPacked);
    }

    /// What the kinds of pages say beyond their sizes; the number of values is first in all.
    private record Details(int values, int levelBytes, boolean isPacked) {
        static final Details NONE = new Details(-1, 0, true);

        static Details read(CompactReader reader, boolean isV2) throws ParquetException {
            reader.require(CompactType.STRUCT);
            int values = -1;
            int definition = 0;
            int repetition = 0;
            boolean packed = true;
            for (int id = reader.field(0); id != 0; id = reader.field(id)) {
                if (id == 1) {
                    values = reader.intField();
                } else if (isV2 && id == 5) {
                    definition = size(reader.intField());
                } else if (isV2 && id == 6) {
                    repetition = size(reader.intField());
                } else if (isV2 && id == 7) {
                    packed = reader.boolField();
                } else {
                    reader.skip();
                }
            }
            return new Details(values, Math.addExact(definition, repetition), packed);
        }

        private static int size(int bytes) throws ParquetException {
            if (bytes < 0 || bytes > 1 << 30) {
                throw new ParquetException("levels of " + bytes + " bytes");
            }
            return bytes;
        }
    }
}
