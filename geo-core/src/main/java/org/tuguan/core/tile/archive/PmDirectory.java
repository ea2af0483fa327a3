package org.tuguan.core.tile.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Where each tile of a PMTiles file lies, packed; in leaves under a root if there are many. */
final class PmDirectory {
  /** The head of a file and the root together, so that one read gets both. */
  private static final int FIRST_READ = 16_384;

  private static final int LEAF = 4_096;

  /**
   * Tiles in a row with the same bytes, or a leaf.
   *
   * @param run how many tiles; 0 for a leaf
   */
  record Entry(long id, long offset, int length, int run) {}

  private final byte[] root;
  private final byte[] leaves;

  private PmDirectory(byte[] root, byte[] leaves) {
    this.root = root;
    this.leaves = leaves;
  }

  /**
   * @param entries by id
   * @param head bytes before the root
   */
  static PmDirectory of(List<Entry> entries, int head) throws IOException {
    byte[] all = pack(entries);
    if (all.length + head <= FIRST_READ) {
      return new PmDirectory(all, new byte[0]);
    }
    for (int size = LEAF; ; size *= 2) {
      PmDirectory directory = withLeaves(entries, size);
      if (directory.root.length + head <= FIRST_READ) {
        return directory;
      }
    }
  }

  private static PmDirectory withLeaves(List<Entry> entries, int size) throws IOException {
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    List<Entry> root = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += size) {
      byte[] leaf = pack(entries.subList(from, Math.min(from + size, entries.size())));
      root.add(new Entry(entries.get(from).id(), leaves.size(), leaf.length, 0));
      leaves.write(leaf);
    }
    return new PmDirectory(pack(root), leaves.toByteArray());
  }

  byte[] root() {
    return root;
  }

  byte[] leaves() {
    return leaves;
  }

  private static byte[] pack(List<Entry> entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(columns(entries));
    }
    return packed.toByteArray();
  }

  private static byte[] columns(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, entries.size());
    long last = 0;
    for (Entry entry : entries) {
      varint(out, entry.id() - last);
      last = entry.id();
    }
    entries.forEach(entry -> varint(out, entry.run()));
    entries.forEach(entry -> varint(out, entry.length()));
    long follows = -1;
    for (Entry entry : entries) {
      varint(out, entry.offset() == follows ? 0 : entry.offset() + 1);
      follows = entry.offset() + entry.length();
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
