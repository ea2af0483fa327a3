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

  private final int srid;
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  GeoPackageBlob(int srid) {
    this.srid = srid;
  }

  byte[] of(Geometry geometry, Envelope box) {
    byte[] body = wkb.write(geometry);
    ByteBuffer blob = ByteBuffer.allocate(HEADER + body.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN_WITH_BOX).putInt(srid);
    blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
    blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    return blob.put(body).array();
  }
}
