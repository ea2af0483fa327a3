package org.tuguan.core.tile.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads PMTiles by its specification alone, and shares nothing with the writer. */
public final class PmTilesReader {
  private final ByteBuffer file;

  public PmTilesReader(Path path) throws IOException {
    file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    if (!new String(slice(0, 7), StandardCharsets.US_ASCII).equals("PMTiles") || file.get(7) != 3) {
      throw new IOException("no PMTiles 3");
    }
  }

  public long number(int at) {
    return file.getLong(at);
  }

  public int octet(int at) {
    return file.get(at);
  }

  public double degrees(int at) {
    return file.getInt(at) / 1e7;
  }

  public String metadata() throws IOException {
    return new String(unpack(slice(number(24), number(32))), StandardCharsets.UTF_8);
  }

  public Optional<byte[]> tile(int z, int x, int y) throws IOException {
    long wanted = ((1L << 2 * z) - 1) / 3 + along(1 << z, x, y);
    long at = number(8);
    long length = number(16);
    for (int depth = 0; depth < 4; depth++) {
      long[][] directory = directory(unpack(slice(at, length)));
      long[] hit = null;
      for (long[] entry : directory) {
        if (entry[0] <= wanted) {
          hit = entry;
        }
      }
      if (hit == null || hit[1] > 0 && wanted >= hit[0] + hit[1]) {
        return Optional.empty();
      }
      if (hit[1] > 0) {
        return Optional.of(slice(number(56) + hit[3], hit[2]));
      }
      at = number(40) + hit[3];
      length = hit[2];
    }
    throw new IOException("too deep");
  }

  /** The textbook's way, turning the whole square. */
  private static long along(int side, int column, int row) {
    long sum = 0;
    int x = column;
    int y = row;
    for (int half = side / 2; half > 0; half /= 2) {
      int rx = (x & half) > 0 ? 1 : 0;
      int ry = (y & half) > 0 ? 1 : 0;
      sum += (long) half * half * (3 * rx ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          x = side - 1 - x;
          y = side - 1 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return sum;
  }

  /** Id, run, length, offset of each. */
  private static long[][] directory(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long[][] entries = new long[(int) varint(in)][4];
    long id = 0;
    for (long[] entry : entries) {
      id += varint(in);
      entry[0] = id;
    }
    for (int column = 1; column <= 2; column++) {
      for (long[] entry : entries) {
        entry[column] = varint(in);
      }
    }
    for (int i = 0; i < entries.length; i++) {
      long value = varint(in);
      entries[i][3] = value == 0 ? entries[i - 1][3] + entries[i - 1][2] : value - 1;
    }
    return entries;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private byte[] slice(long from, long length) {
    return Arrays.copyOfRange(file.array(), (int) from, (int) (from + length));
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
