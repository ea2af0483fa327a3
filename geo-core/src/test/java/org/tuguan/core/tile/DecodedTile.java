package org.tuguan.core.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vector tile read back, strictly: anything that the format does not know is an error. */
record DecodedTile(Map<String, DecodedLayer> layers) {
  record DecodedLayer(long version, long extent, List<DecodedFeature> features) {}

  /**
   * @param parts points of each MoveTo; rings without the repeated first point
   */
  record DecodedFeature(Long id, int kind, List<List<long[]>> parts, Map<String, Object> values) {
    double area() {
      return parts.stream().mapToDouble(DecodedTile::area).sum();
    }
  }

  /** Positive if clockwise as it is seen, with y down. */
  static double area(List<long[]> ring) {
    double sum = 0;
    for (int i = 0; i < ring.size(); i++) {
      long[] a = ring.get(i);
      long[] b = ring.get((i + 1) % ring.size());
      sum += (double) a[0] * b[1] - (double) b[0] * a[1];
    }
    return sum / 2;
  }

  static DecodedTile of(byte[] body) {
    Map<String, DecodedLayer> layers = new LinkedHashMap<>();
    for (ByteBuffer in = buffer(body); in.hasRemaining(); ) {
      require(varint(in) == (3 << 3 | 2), "layer");
      layer(slice(in), layers);
    }
    return new DecodedTile(layers);
  }

  private static void layer(ByteBuffer in, Map<String, DecodedLayer> layers) {
    String name = null;
    long version = 0;
    long extent = 0;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> features = new ArrayList<>();
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      switch (key) {
        case 15 << 3 -> version = varint(in);
        case 5 << 3 -> extent = varint(in);
        case 1 << 3 | 2 -> name = text(slice(in));
        case 2 << 3 | 2 -> features.add(slice(in));
        case 3 << 3 | 2 -> keys.add(text(slice(in)));
        case 4 << 3 | 2 -> values.add(value(slice(in)));
        default -> require(false, "layer field " + key);
      }
    }
    require(!features.isEmpty(), "a layer without features");
    List<DecodedFeature> decoded =
        features.stream().map(each -> feature(each, keys, values)).toList();
    require(layers.put(name, new DecodedLayer(version, extent, decoded)) == null, "two layers");
  }

  private static Object value(ByteBuffer in) {
    int key = (int) varint(in);
    Object value =
        switch (key) {
          case 1 << 3 | 2 -> text(slice(in));
          case 3 << 3 | 1 -> in.getDouble();
          case 5 << 3 -> varint(in);
          case 6 << 3 -> zigzag(varint(in));
          case 7 << 3 -> varint(in) == 1;
          default -> throw new IllegalArgumentException("value field " + key);
        };
    require(!in.hasRemaining(), "one value each");
    return value;
  }

  private static DecodedFeature feature(ByteBuffer in, List<String> keys, List<Object> values) {
    Long id = null;
    int kind = 0;
    Map<String, Object> found = new LinkedHashMap<>();
    List<List<long[]>> parts = List.of();
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      switch (key) {
        case 1 << 3 -> id = varint(in);
        case 3 << 3 -> kind = (int) varint(in);
        case 2 << 3 | 2 -> {
          for (ByteBuffer tags = slice(in); tags.hasRemaining(); ) {
            found.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
          }
        }
        case 4 << 3 | 2 -> parts = geometry(slice(in), kind);
        default -> require(false, "feature field " + key);
      }
    }
    require(!parts.isEmpty(), "a feature without geometry");
    return new DecodedFeature(id, kind, parts, found);
  }

  private static List<List<long[]>> geometry(ByteBuffer in, int kind) {
    List<List<long[]>> parts = new ArrayList<>();
    long x = 0;
    long y = 0;
    while (in.hasRemaining()) {
      long command = varint(in);
      int count = (int) (command >> 3);
      int name = (int) command & 7;
      if (name == 7) {
        require(kind == 3 && count == 1 && last(parts).size() >= 3, "ClosePath");
        require(!same(last(parts).get(0), x, y), "a ring repeats its first point");
        continue;
      }
      require(count > 0 && (name == 1 || name == 2), "command " + name);
      require(name == 2 || kind == 1 || count == 1, "MoveTo of " + count);
      for (int i = 0; i < count; i++) {
        long dx = zigzag(varint(in));
        long dy = zigzag(varint(in));
        require(name == 1 || dx != 0 || dy != 0, "LineTo where it is");
        x += dx;
        y += dy;
        if (name == 1) {
          parts.add(new ArrayList<>());
        }
        last(parts).add(new long[] {x, y});
      }
    }
    require(kind != 2 || parts.stream().allMatch(part -> part.size() > 1), "a line of one point");
    return parts;
  }

  private static boolean same(long[] point, long x, long y) {
    return point[0] == x && point[1] == y;
  }

  private static List<long[]> last(List<List<long[]>> parts) {
    return parts.get(parts.size() - 1);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer slice(ByteBuffer in) {
    byte[] bytes = new byte[(int) varint(in)];
    in.get(bytes);
    return buffer(bytes);
  }

  private static String text(ByteBuffer in) {
    return StandardCharsets.UTF_8.decode(in).toString();
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static long zigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
