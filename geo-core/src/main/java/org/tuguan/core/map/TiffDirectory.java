package org.tuguan.core.map;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The tags of the first picture in a TIFF file (TIFF 6.0, section 2). Immutable.
 *
 * <p>Ours, since the GeoTools jar throws the JDK's TIFF reader out of ImageIO's registry, and its
 * own does not work on JDK 17.
 */
final class TiffDirectory {
  private static final int MAGIC = 42;
  private static final int MOST_VALUES = 1 << 20;
  private static final int ASCII = 2;

  /** Bytes to a value by type, from BYTE (1) to DOUBLE (12). */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  private final ByteOrder order;
  private final Map<Integer, double[]> values = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();

  TiffDirectory(RandomAccessFile file) throws IOException {
    byte[] head = bytes(file, 0, 8);
    if (head[0] != head[1] || (head[0] != 'I' && head[0] != 'M')) {
      throw new IOException("not a TIFF");
    }
    this.order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer header = ByteBuffer.wrap(head).order(order);
    if (header.getShort(2) != MAGIC) {
      throw new IOException("not a classic TIFF; files of 4 GB and more (BigTIFF) are not read");
    }
    long start = header.getInt(4) & 0xffffffffL;
    int count = wrap(file, start, 2).getShort() & 0xffff;
    ByteBuffer entries = wrap(file, start + 2, 12 * count);
    for (int i = 0; i < count; i++) {
      entry(file, entries, 12 * i);
    }
  }

  private void entry(RandomAccessFile file, ByteBuffer entries, int at) throws IOException {
    int tag = entries.getShort(at) & 0xffff;
    int type = entries.getShort(at + 2) & 0xffff;
    long count = entries.getInt(at + 4) & 0xffffffffL;
    if (type == 0 || type >= SIZES.length || count > MOST_VALUES) {
      return;
    }
    int size = (int) count * SIZES[type];
    ByteBuffer content =
        size <= 4
            ? entries.slice(at + 8, 4).order(order)
            : wrap(file, entries.getInt(at + 8) & 0xffffffffL, size);
    if (type == ASCII) {
      byte[] text = new byte[size];
      content.get(text);
      texts.put(tag, new String(text, StandardCharsets.US_ASCII).replace("\0", "").strip());
      return;
    }
    double[] numbers = new double[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(content, i * SIZES[type], type);
    }
    values.put(tag, numbers);
  }

  private static double number(ByteBuffer content, int at, int type) {
    return switch (type) {
      case 1, 7 -> content.get(at) & 0xff;
      case 3 -> content.getShort(at) & 0xffff;
      case 4 -> content.getInt(at) & 0xffffffffL;
      case 5 ->
          (content.getInt(at) & 0xffffffffL) / (double) (content.getInt(at + 4) & 0xffffffffL);
      case 6 -> content.get(at);
      case 8 -> content.getShort(at);
      case 9 -> content.getInt(at);
      case 10 -> content.getInt(at) / (double) content.getInt(at + 4);
      case 11 -> content.getFloat(at);
      default -> content.getDouble(at);
    };
  }

  private ByteBuffer wrap(RandomAccessFile file, long at, int size) throws IOException {
    return ByteBuffer.wrap(bytes(file, at, size)).order(order);
  }

  /** A piece of the file; fails if the file ends before. */
  static byte[] bytes(RandomAccessFile file, long at, int size) throws IOException {
    if (at + size > file.length()) {
      throw new IOException("the file is cut off");
    }
    byte[] bytes = new byte[size];
    file.seek(at);
    file.readFully(bytes);
    return bytes;
  }

  ByteOrder order() {
    return order;
  }

  boolean has(int tag) {
    return values.containsKey(tag);
  }

  /** All values of a tag; none if it is not there. */
  double[] numbers(int tag) {
    return values.getOrDefault(tag, new double[0]);
  }

  /** The first value of a tag. */
  int number(int tag, int otherwise) {
    double[] all = numbers(tag);
    return all.length == 0 ? otherwise : (int) all[0];
  }

  /** Empty if there is none. */
  String text(int tag) {
    return texts.getOrDefault(tag, "");
  }
}
