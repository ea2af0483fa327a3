package org.tuguan.core.exports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as GeoPackage stores them (OGC 12-128, 2.1.3): header, box, WKB. For one thread. */
final class GeoPackageBlob {
  private static final byte LITTLE_ENDIAN_WITH_BOX = 0b0000_0011;
  private static final int HEADER = 8 + 4 * Double.BYTES;

  /** Byte order, type and number of parts. */
  private static final int COLLECTION = 1 + 2 * Integer.BYTES;

  private final int srid;
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  GeoPackageBlob(int srid) {
    this.srid = srid;
  }

  byte[] of(Geometry geometry, Envelope box) {
    byte[] body = wkb.write(geometry);
    return start(body.length, box).put(body).array();
  }

  /**
   * @param body one line or polygon as WKB of two dimensions, written as a collection of one
   */
  byte[] ofOne(byte[] body, Envelope box) {
    return start(COLLECTION + body.length, box)
        .put((byte) 1)
        .putInt(FlatWkb.type(body) + 3)
        .putInt(1)
        .put(body)
        .array();
  }

  /**
   * @param body WKB of two dimensions
   */
  byte[] of(byte[] body, Envelope box) {
    return start(body.length, box).put(body).array();
  }

  private ByteBuffer start(int body, Envelope box) {
    ByteBuffer blob = ByteBuffer.allocate(HEADER + body).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN_WITH_BOX).putInt(srid);
    blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
    blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    return blob;
  }
}
