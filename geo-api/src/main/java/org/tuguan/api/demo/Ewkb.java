package org.tuguan.api.demo;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.tuguan.core.crs.Crs;

/** Geometries as PostGIS reads them, in EPSG:3826, written without a detour through objects. */
final class Ewkb {
  private static final int WITH_SRID = 0x20000000;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;

  private Ewkb() {}

  static byte[] point(double x, double y) {
    return head(POINT, 25).putDouble(x).putDouble(y).array();
  }

  /**
   * @param xy pairs
   */
  static byte[] line(double[] xy) {
    return numbers(head(LINE, 13 + 8 * xy.length).putInt(xy.length / 2), xy).array();
  }

  /**
   * @param ring pairs, closed
   */
  static byte[] polygon(double[] ring) {
    ByteBuffer buffer = head(POLYGON, 17 + 8 * ring.length).putInt(1).putInt(ring.length / 2);
    return numbers(buffer, ring).array();
  }

  static byte[] of(Geometry geometry) {
    geometry.setSRID(Crs.TWD97_TM2_121.srid());
    return new WKBWriter(2, true).write(geometry);
  }

  private static ByteBuffer head(int type, int size) {
    return ByteBuffer.allocate(size)
        .put((byte) 0)
        .putInt(type | WITH_SRID)
        .putInt(Crs.TWD97_TM2_121.srid());
  }

  private static ByteBuffer numbers(ByteBuffer buffer, double[] numbers) {
    for (double number : numbers) {
      buffer.putDouble(number);
    }
    return buffer;
  }
}
