package org.tuguan.core.map;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.tuguan.core.crs.Bounds;

/**
 * Writes the part of a GeoTIFF that lies in an area as a GeoTIFF of its own: cells as they are, in
 * the same system and of the same kind of numbers (a palette becomes colours), those whose middle
 * lies outside without a value. Strip by strip, so that memory stays bounded. For one thread.
 */
public final class GeoTiffClip {
  private static final int ROWS = 64;

  /** Of a cell: an edge that is meant to lie between two cells does. */
  private static final double ROUNDING = 1e-6;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int ASCII = 2;
  private static final int DEFLATE = 8;

  private final GeoTiff source;
  private final Optional<IndexedPointInAreaLocator> area;
  private final double cellWidth;
  private final double cellHeight;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int bands;
  private final int sampleBytes;
  private final Map<Integer, Field> fields = new TreeMap<>();

  /**
   * @param type as TIFF counts types
   * @param count of values
   * @param values little-endian
   */
  private record Field(int type, int count, byte[] values) {}

  private GeoTiffClip(GeoTiff source, Optional<Geometry> area) throws IOException {
    this.source = source;
    this.area = area.map(IndexedPointInAreaLocator::new);
    Bounds bounds = source.bounds();
    this.cellWidth = (bounds.maxX() - bounds.minX()) / source.width();
    this.cellHeight = (bounds.maxY() - bounds.minY()) / source.height();
    Envelope box =
        area.map(Geometry::getEnvelopeInternal)
            .orElse(bounds.envelope())
            .intersection(bounds.envelope());
    this.left = cell((box.getMinX() - bounds.minX()) / cellWidth + ROUNDING, source.width() - 1);
    this.top = cell((bounds.maxY() - box.getMaxY()) / cellHeight + ROUNDING, source.height() - 1);
    int right =
        cell(Math.ceil((box.getMaxX() - bounds.minX()) / cellWidth - ROUNDING), source.width());
    int bottom =
        cell(Math.ceil((bounds.maxY() - box.getMinY()) / cellHeight - ROUNDING), source.height());
    this.width = Math.max(1, right - left);
    this.height = Math.max(1, bottom - top);
    this.bands = source.read(left, top, 1, 1, 1).getNumBands();
    this.sampleBytes = source.sampleBytes();
  }

  private static int cell(double place, int most) {
    return (int) Math.max(0, Math.min(most, Math.floor(place)));
  }

  /**
   * @param area polygons in the system of the source; empty for all of it
   * @param file is replaced
   */
  public static void write(GeoTiff source, Optional<Geometry> area, Path file) throws IOException {
    new GeoTiffClip(source, area).write(file);
  }

  private void write(Path file) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(0);
      out.write(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
      writeCells(out);
      describe();
      long directory = writeFields(out);
      out.seek(4);
      out.write(little(4).putInt((int) directory).array());
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void writeCells(RandomAccessFile out) throws IOException {
    List<Long> offsets = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      for (int row = 0; row < height; row += ROWS) {
        byte[] packed = deflated(deflater, strip(row, Math.min(ROWS, height - row)));
        offsets.add(out.getFilePointer());
        counts.add((long) packed.length);
        out.write(packed);
        if (out.getFilePointer() > Integer.MAX_VALUE) {
          throw new IOException("a GeoTIFF of more than 2 GB is not written");
        }
      }
    } finally {
      deflater.end();
    }
    longs(273, offsets.stream().mapToLong(Long::longValue).toArray());
    longs(279, counts.stream().mapToLong(Long::longValue).toArray());
  }

  private byte[] strip(int row, int rows) throws IOException {
    Raster cells = source.read(left, top + row, width, rows, 1);
    ByteBuffer strip = little(width * rows * bands * sampleBytes);
    double nothing = source.noData().orElse(0);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = inside(x, row + y);
        for (int band = 0; band < bands; band++) {
          put(strip, inside ? cells.getSampleDouble(x, y, band) : nothing);
        }
      }
    }
    return strip.array();
  }

  private boolean inside(int column, int row) {
    return area.isEmpty()
        || area.get()
                .locate(
                    new Coordinate(
                        source.bounds().minX() + (left + column + 0.5) * cellWidth,
                        source.bounds().maxY() - (top + row + 0.5) * cellHeight))
            != Location.EXTERIOR;
  }

  private void put(ByteBuffer strip, double value) {
    boolean floating = source.floating();
    switch (sampleBytes) {
      case 1 -> strip.put((byte) (int) value);
      case 2 -> strip.putShort((short) (int) value);
      case 4 -> strip.putInt(floating ? Float.floatToIntBits((float) value) : (int) (long) value);
      default -> strip.putLong(floating ? Double.doubleToLongBits(value) : (long) value);
    }
  }

  private static byte[] deflated(Deflater deflater, byte[] strip) {
    deflater.reset();
    deflater.setInput(strip);
    deflater.finish();
    byte[] packed = new byte[strip.length + strip.length / 100 + 64];
    int length = deflater.deflate(packed);
    return Arrays.copyOf(packed, length);
  }

  private void describe() {
    boolean colours = bands >= 3 && sampleBytes == 1;
    longs(256, width);
    longs(257, height);
    shorts(258, repeated(8 * sampleBytes));
    shorts(259, DEFLATE);
    shorts(262, colours ? 2 : 1);
    shorts(277, bands);
    longs(278, ROWS);
    shorts(284, 1);
    int extra = bands - (colours ? 3 : 1);
    if (extra > 0) {
      shorts(338, new int[extra]);
    }
    shorts(339, repeated(source.format()));
    doubles(33550, cellWidth, cellHeight, 0);
    Bounds bounds = source.bounds();
    doubles(33922, 0, 0, 0, bounds.minX() + left * cellWidth, bounds.maxY() - top * cellHeight, 0);
    boolean geographic = bounds.crs().geographic();
    shorts(
        34735,
        new int[] {
          1,
          1,
          0,
          3,
          1024,
          0,
          1,
          geographic ? 2 : 1,
          1025,
          0,
          1,
          1,
          geographic ? 2048 : 3072,
          0,
          1,
          bounds.crs().srid()
        });
    if (source.noData().isPresent() || area.isPresent()) {
      byte[] text = (source.noData().orElse(0) + "\0").getBytes(StandardCharsets.US_ASCII);
      fields.put(42113, new Field(ASCII, text.length, text));
    }
  }

  private int[] repeated(int value) {
    int[] all = new int[bands];
    Arrays.fill(all, value);
    return all;
  }

  private void shorts(int tag, int... values) {
    ByteBuffer bytes = little(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    fields.put(tag, new Field(SHORT, values.length, bytes.array()));
  }

  private void longs(int tag, long... values) {
    ByteBuffer bytes = little(4 * values.length);
    for (long value : values) {
      bytes.putInt((int) value);
    }
    fields.put(tag, new Field(LONG, values.length, bytes.array()));
  }

  private void doubles(int tag, double... values) {
    ByteBuffer bytes = little(8 * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    fields.put(tag, new Field(DOUBLE, values.length, bytes.array()));
  }

  /** Values that do not fit into the directory lie before it, on even places. */
  private long writeFields(RandomAccessFile out) throws IOException {
    ByteBuffer directory = little(2 + 12 * fields.size() + 4).putShort((short) fields.size());
    for (Map.Entry<Integer, Field> each : fields.entrySet()) {
      Field field = each.getValue();
      directory.putShort((short) (int) each.getKey()).putShort((short) field.type());
      directory.putInt(field.count());
      if (field.values().length <= 4) {
        directory.put(Arrays.copyOf(field.values(), 4));
      } else {
        directory.putInt((int) even(out));
        out.write(field.values());
      }
    }
    long at = even(out);
    out.write(directory.array());
    return at;
  }

  private static long even(RandomAccessFile out) throws IOException {
    if (out.getFilePointer() % 2 == 1) {
      out.write(0);
    }
    return out.getFilePointer();
  }
}
