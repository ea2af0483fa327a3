package org.tuguan.core.exports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The box of a geometry in WKB of two dimensions (OGC 06-103r4, 8.2), found without making objects
 * of it. For one thread.
 */
final class FlatWkb {
  private static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
  static final int MULTI_POINT = 4;
  private static final int COLLECTION = 7;

  private ByteBuffer wkb;
  private double west;
  private double east;
  private double south;
  private double north;

  /** Empty if it has heights or an SRID, is a collection of several kinds, or is empty. */
  Optional<Envelope> findBox(byte[] geometry) {
    wkb = ByteBuffer.wrap(geometry);
    west = Double.POSITIVE_INFINITY;
    east = Double.NEGATIVE_INFINITY;
    south = Double.POSITIVE_INFINITY;
    north = Double.NEGATIVE_INFINITY;
    return look() && west <= east && south <= north
        ? Optional.of(new Envelope(west, east, south, north))
        : Optional.empty();
  }

  static int type(byte[] geometry) {
    return geometry[0] == 0 ? geometry[4] : geometry[1];
  }

  private boolean look() {
    wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = wkb.getInt();
    if (type < POINT || type >= COLLECTION) {
      return false;
    }
    int count = type == POINT ? 1 : wkb.getInt();
    if (type <= LINE) {
      positions(count);
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (type == POLYGON) {
        positions(wkb.getInt());
      } else if (!look()) {
        return false;
      }
    }
    return true;
  }

  private void positions(int count) {
    for (int i = 0; i < count; i++) {
      double x = wkb.getDouble();
      double y = wkb.getDouble();
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
}
