package org.tuguan.core.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Geometries from WKB (OGC 06-103r4, 8.2; heights as ISO 13249-3 or as PostGIS marks them) as
 * GeoJSON text, the same as {@link GeoJsonGeometry} makes by way of objects. For one thread.
 */
final class GeoJsonWkb {
  private static final String[] TYPES = {
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };
  private static final int HAS_Z = 0x80000000;
  private static final int HAS_M = 0x40000000;
  private static final int HAS_SRID = 0x20000000;

  private final GeoJsonText text;
  private ByteBuffer wkb;

  /** Of the geometry that is being read. */
  private boolean hasZ;

  private boolean hasM;

  /**
   * @param text is written to
   */
  GeoJsonWkb(GeoJsonText text) {
    this.text = text;
  }

  void add(byte[] geometry) {
    wkb = ByteBuffer.wrap(geometry);
    add();
  }

  private void add() {
    int type = type();
    text.add("{\"type\":\"").add(TYPES[type - 1]);
    text.add(type == 7 ? "\",\"geometries\":" : "\",\"coordinates\":");
    coordinates(type);
    text.add('}');
  }

  private int type() {
    wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = wkb.getInt();
    int iso = (code & 0xffff) / 1000;
    hasZ = (code & HAS_Z) != 0 || iso == 1 || iso == 3;
    hasM = (code & HAS_M) != 0 || iso == 2 || iso == 3;
    if ((code & HAS_SRID) != 0) {
      wkb.getInt();
    }
    int type = (code & 0xffff) % 1000;
    if (type < 1 || type > TYPES.length) {
      throw new IllegalStateException("a geometry of type " + type);
    }
    return type;
  }

  private void coordinates(int type) {
    switch (type) {
      case 1 -> point();
      case 2 -> positions(wkb.getInt());
      case 3 -> rings(wkb.getInt());
      default -> parts(type, wkb.getInt());
    }
  }

  private void parts(int type, int count) {
    text.add('[');
    for (int i = 0; i < count; i++) {
      text.add(i == 0 ? "" : ",");
      if (type == 7) {
        add();
      } else {
        coordinates(type());
      }
    }
    text.add(']');
  }

  private void point() {
    double[] z = z(1);
    double[] xy = read(1, z);
    if (Double.isNaN(xy[0]) && Double.isNaN(xy[1])) {
      text.add("[]");
    } else {
      text.addPoint(xy, z);
    }
  }

  private void positions(int size) {
    double[] z = z(size);
    text.addPositions(read(size, z), z, false);
  }

  private void rings(int count) {
    text.add('[');
    for (int i = 0; i < count; i++) {
      text.add(i == 0 ? "" : ",");
      int size = wkb.getInt();
      double[] z = z(size);
      double[] xy = read(size, z);
      boolean backwards =
          size > 3 && Orientation.isCCW(new PackedCoordinateSequence.Double(xy, 2, 0)) != (i == 0);
      text.addRing(xy, z, backwards);
    }
    text.add(']');
  }

  /** Null if there are no heights. */
  private double[] z(int size) {
    return hasZ ? new double[size] : null;
  }

  private double[] read(int size, double[] z) {
    double[] xy = new double[2 * size];
    for (int i = 0; i < size; i++) {
      xy[2 * i] = wkb.getDouble();
      xy[2 * i + 1] = wkb.getDouble();
      if (z != null) {
        z[i] = wkb.getDouble();
      }
      if (hasM) {
        wkb.getDouble();
      }
    }
    return xy;
  }
}
