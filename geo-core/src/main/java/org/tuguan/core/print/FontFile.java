package org.tuguan.core.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** An OpenType font (ISO/IEC 14496-22), alone or in a collection, mapped from its file. */
final class FontFile {
  private static final int COLLECTION = 0x74746366;
  private static final int WITH_CFF = 0x4f54544f;
  private static final String OUTLINES = "CFF ";
  private static final List<String> METRICS =
      List.of("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post");

  private final Map<String, ByteBuffer> tables = new TreeMap<>();

  /**
   * @param index of the font in a collection
   */
  FontFile(Path file, int index) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int begin = all.getInt(0) == COLLECTION ? all.getInt(12 + 4 * index) : 0;
      int count = all.getShort(begin + 4);
      for (int i = 0; i < count; i++) {
        int entry = begin + 12 + 16 * i;
        byte[] tag = new byte[4];
        all.get(entry, tag);
        tables.put(
            new String(tag, StandardCharsets.ISO_8859_1),
            all.slice(all.getInt(entry + 8), all.getInt(entry + 12)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty if the outlines are not in CFF, or not keyed by CID. */
  Optional<CffSubset> findOutlines() {
    return Optional.ofNullable(tables.get(OUTLINES)).flatMap(CffSubset::find);
  }

  /** The font with all it knows of characters and widths, and without outlines. */
  byte[] withoutOutlines(CffSubset outlines) {
    Map<String, ByteBuffer> kept = new TreeMap<>(tables);
    kept.keySet().retainAll(METRICS);
    kept.put(OUTLINES, ByteBuffer.wrap(outlines.of(new TreeSet<>())));
    int head = 12 + 16 * kept.size();
    int size = head + kept.values().stream().mapToInt(table -> padded(table.capacity())).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(WITH_CFF).putShort((short) kept.size()).putShort((short) 0).putInt(0);
    int at = head;
    for (Map.Entry<String, ByteBuffer> table : kept.entrySet()) {
      int length = table.getValue().capacity();
      out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(0).putInt(at).putInt(length);
      out.put(at, table.getValue(), 0, length);
      at += padded(length);
    }
    return out.array();
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }
}
