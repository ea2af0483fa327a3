package org.tuguan.core.print;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An INDEX of a Compact Font Format font (Adobe Technical Note 5176, chapter 5), read in place.
 *
 * @param cff the whole font
 * @param begin position of the INDEX
 */
record CffIndex(ByteBuffer cff, int begin) {
  int count() {
    return cff.getShort(begin) & 0xffff;
  }

  ByteBuffer get(int item) {
    int from = data() + offset(item);
    return cff.slice(from, offset(item + 1) - offset(item));
  }

  /** Position after the INDEX. */
  int end() {
    return count() == 0 ? begin + 2 : data() + offset(count());
  }

  private int size() {
    return cff.get(begin + 2);
  }

  private int data() {
    return begin + 2 + (count() + 1) * size();
  }

  private int offset(int item) {
    int at = begin + 3 + item * size();
    int offset = 0;
    for (int i = 0; i < size(); i++) {
      offset = offset << 8 | cff.get(at + i) & 0xff;
    }
    return offset;
  }

  static byte[] bytes(List<byte[]> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) items.size()).array());
    if (!items.isEmpty()) {
      out.write(4);
      int offset = 1;
      for (byte[] item : items) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(offset).array());
        offset += item.length;
      }
      out.writeBytes(ByteBuffer.allocate(4).putInt(offset).array());
      items.forEach(out::writeBytes);
    }
    return out.toByteArray();
  }
}
