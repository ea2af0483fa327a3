package org.tuguan.core.map;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * A GeoTIFF file (OGC 19-008r4), north up, in a system that Tuguan knows: bands of numbers of 8 to
 * 64 bits, or a picture, or indexes into a palette; strips or tiles; plain, PackBits, LZW or
 * Deflate. Read part by part; the file is opened for each part, so any thread may read.
 */
public final class GeoTiff implements RasterSource {
  private static final int PIXEL_SCALE = 33550;
  private static final int TIE_POINT = 33922;
  private static final int TRANSFORMATION = 34264;
  private static final int KEYS = 34735;
  private static final int GDAL_NO_DATA = 42113;

  private static final int RASTER_TYPE_KEY = 1025;
  private static final int GEOGRAPHIC_KEY = 2048;
  private static final int PROJECTED_KEY = 3072;
  private static final int PIXEL_IS_POINT = 2;
  private static final int NOT_BY_CODE = 32767;

  private final Path file;
  private final ByteOrder order;
  private final TiffLayout layout;
  private final Bounds bounds;
  private final OptionalDouble noData;

  private GeoTiff(Path file, TiffDirectory tags, TiffLayout layout) {
    this.file = file;
    this.order = tags.order();
    this.layout = layout;
    this.bounds = bounds(tags, layout);
    this.noData = noData(tags.text(GDAL_NO_DATA));
  }

  /**
   * Reads the tags, and the last cell to see that the file is whole.
   *
   * @throws RequestException {@link Fault#UNREADABLE_DATA} if the file is not a GeoTIFF we can draw
   */
  public static GeoTiff open(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      TiffDirectory tags = new TiffDirectory(bytes);
      GeoTiff tiff = new GeoTiff(file, tags, TiffLayout.of(tags));
      tiff.read(tiff.width() - 1, tiff.height() - 1, 1, 1, 1);
      return tiff;
    } catch (IOException e) {
      throw unreadable(e.getMessage(), e);
    }
  }

  static RequestException unreadable(String why, Throwable cause) {
    return new RequestException(
        Fault.UNREADABLE_DATA, "", "the GeoTIFF cannot be read: " + why, cause);
  }

  /** The outer edges of the cells. */
  private static Bounds bounds(TiffDirectory tags, TiffLayout layout) {
    double[] corner = corner(tags);
    double shift = key(tags, RASTER_TYPE_KEY) == PIXEL_IS_POINT ? 0.5 : 0;
    double west = corner[0] - shift * corner[2];
    double north = corner[1] + shift * corner[3];
    return new Bounds(
        crs(tags),
        west,
        north - layout.height() * corner[3],
        west + layout.width() * corner[2],
        north);
  }

  /** West, north, width and height of a cell. */
  private static double[] corner(TiffDirectory tags) {
    double[] m = tags.numbers(TRANSFORMATION);
    if (m.length >= 16) {
      return checked(m[3], m[7], m[0], -m[5], m[1] == 0 && m[4] == 0);
    }
    double[] s = tags.numbers(PIXEL_SCALE);
    double[] t = tags.numbers(TIE_POINT);
    if (s.length < 2 || t.length < 6) {
      throw unreadable("it has no georeference (tags 33550 and 33922, or 34264)", null);
    }
    return checked(t[3] - t[0] * s[0], t[4] + t[1] * s[1], s[0], s[1], true);
  }

  private static double[] checked(
      double west, double north, double cellWidth, double cellHeight, boolean upright) {
    boolean finite = Double.isFinite(west + north + cellWidth + cellHeight);
    if (!finite || !upright || !(cellWidth > 0) || !(cellHeight > 0)) {
      throw unreadable("it is not north up; warp it first", null);
    }
    return new double[] {west, north, cellWidth, cellHeight};
  }

  private static Crs crs(TiffDirectory tags) {
    int projected = key(tags, PROJECTED_KEY);
    int code = projected > 0 ? projected : key(tags, GEOGRAPHIC_KEY);
    if (code <= 0 || code == NOT_BY_CODE) {
      throw unreadable("it names no EPSG code for its coordinate system", null);
    }
    return Crs.findSrid(code)
        .orElseThrow(() -> unreadable("its system EPSG:" + code + " is not supported", null));
  }

  /** Value of a GeoKey that is kept in the directory itself; -1 if it is not there. */
  private static int key(TiffDirectory tags, int id) {
    double[] keys = tags.numbers(KEYS);
    for (int i = 4; i + 3 < keys.length; i += 4) {
      if (keys[i] == id && keys[i + 1] == 0) {
        return (int) keys[i + 3];
      }
    }
    return -1;
  }

  private static OptionalDouble noData(String text) {
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  @Override
  public OptionalDouble noData() {
    return noData;
  }

  /** Bytes to a number of a cell as {@link #read} gives it. */
  int sampleBytes() {
    return layout.sampleBytes();
  }

  /** 1 unsigned, 2 signed, 3 floating point. */
  int format() {
    return layout.format();
  }

  boolean floating() {
    return layout.format() == 3;
  }

  /** A file with a palette gives its colours, as bands red, green and blue. */
  @Override
  public Raster read(int x, int y, int columns, int rows, int every) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      return new TiffReader(bytes, layout, order).read(x, y, columns, rows, every);
    }
  }
}
