package org.tuguan.core.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A {@code .shp} and its {@code .shx} (ESRI Shapefile Technical Description, July 1998). Outer
 * rings are clockwise, holes are not. For one thread.
 */
final class ShpFile implements AutoCloseable {
  /** Lengths are counted in 16-bit words in 31 bits, and many programs count bytes so. */
  private static final long LARGEST = Integer.MAX_VALUE;

  private static final int HEADER = 100;
  private static final int BUFFER = 1 << 16;

  private final ShapeKind kind;
  private final Path shp;
  private final Path shx;
  private final OutputStream shapes;
  private final OutputStream offsets;
  private final Envelope extent = new Envelope();
  private ByteBuffer record = ByteBuffer.allocate(1 << 12);
  private long position = HEADER;
  private int count;

  ShpFile(Path shp, Path shx, ShapeKind kind) throws IOException {
    this.kind = kind;
    this.shp = shp;
    this.shx = shx;
    this.shapes = new BufferedOutputStream(Files.newOutputStream(shp), BUFFER);
    this.offsets = new BufferedOutputStream(Files.newOutputStream(shx), BUFFER);
    shapes.write(new byte[HEADER]);
    offsets.write(new byte[HEADER]);
  }

  /**
   * @param geometry of this file's kind, or null
   */
  void add(Geometry geometry) throws IOException {
    if (geometry == null) {
      record = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).position(8).putInt(0);
    } else {
      extent.expandToInclude(geometry.getEnvelopeInternal());
      write(geometry);
    }
    int words = (record.position() - 8) / 2;
    count++;
    record.order(ByteOrder.BIG_ENDIAN).putInt(0, count).putInt(4, words);
    if (position + record.position() > LARGEST) {
      throw new IOException("a Shapefile holds at most 2 GB; choose another format");
    }
    offsets.write(ByteBuffer.allocate(8).putInt((int) (position / 2)).putInt(words).array());
    shapes.write(record.array(), 0, record.position());
    position += record.position();
  }

  private void write(Geometry geometry) {
    List<CoordinateSequence> parts = sequences(geometry);
    int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
    int size = 8 + 44 + 4 * parts.size() + 16 * points;
    if (record.capacity() < size) {
      record = ByteBuffer.allocate(size + size / 2);
    }
    record.clear().order(ByteOrder.LITTLE_ENDIAN).position(8).putInt(kind.code());
    if (kind == ShapeKind.POINT) {
      Coordinate at = geometry.getCoordinate();
      record.putDouble(at.x).putDouble(at.y);
      return;
    }
    putBox(record, geometry.getEnvelopeInternal());
    if (kind == ShapeKind.MULTIPOINT) {
      record.putInt(points);
    } else {
      record.putInt(parts.size()).putInt(points);
      int start = 0;
      for (CoordinateSequence part : parts) {
        record.putInt(start);
        start += part.size();
      }
    }
    parts.forEach(this::putPoints);
  }

  private void putPoints(CoordinateSequence points) {
    for (int i = 0; i < points.size(); i++) {
      record.putDouble(points.getX(i)).putDouble(points.getY(i));
    }
  }

  private static void putBox(ByteBuffer target, Envelope box) {
    target.putDouble(box.isNull() ? 0 : box.getMinX()).putDouble(box.isNull() ? 0 : box.getMinY());
    target.putDouble(box.isNull() ? 0 : box.getMaxX()).putDouble(box.isNull() ? 0 : box.getMaxY());
  }

  private static List<CoordinateSequence> sequences(Geometry geometry) {
    List<CoordinateSequence> sequences = new ArrayList<>();
    for (Geometry part : TargetGeometry.parts(geometry)) {
      if (part instanceof Polygon polygon) {
        sequences.add(turned(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          sequences.add(turned(polygon.getInteriorRingN(i), false));
        }
      } else if (part instanceof LineString line) {
        sequences.add(line.getCoordinateSequence());
      } else {
        sequences.add(((Point) part).getCoordinateSequence());
      }
    }
    return sequences;
  }

  private static CoordinateSequence turned(LineString ring, boolean clockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    return Orientation.isCCW(points) == clockwise ? ring.reverse().getCoordinateSequence() : points;
  }

  int count() {
    return count;
  }

  /** Completes both files. */
  void finish() throws IOException {
    close();
    writeHeader(shp, position);
    writeHeader(shx, HEADER + 8L * count);
  }

  private void writeHeader(Path file, long bytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putInt(0, 9994).putInt(24, (int) (bytes / 2));
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, kind.code()).position(36);
    putBox(header, extent);
    header.rewind();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(header, 0);
    }
  }

  @Override
  public void close() throws IOException {
    try (shapes;
        offsets) {
      shapes.flush();
    }
  }
}
