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
import org.locationtech.jts.geom.Envelope;

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
  private final ByteBuffer offset = ByteBuffer.allocate(8);
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
   * @param shape of this file's kind, whose rings may be turned round; or null
   */
  void add(FlatShape shape) throws IOException {
    if (shape == null) {
      record.clear().order(ByteOrder.LITTLE_ENDIAN).position(8).putInt(0);
    } else {
      extent.expandToInclude(shape.west(), shape.south());
      extent.expandToInclude(shape.east(), shape.north());
      write(shape);
    }
    int words = (record.position() - 8) / 2;
    count++;
    record.order(ByteOrder.BIG_ENDIAN).putInt(0, count).putInt(4, words);
    if (position + record.position() > LARGEST) {
      throw new IOException("a Shapefile holds at most 2 GB; choose another format");
    }
    offsets.write(offset.putInt(0, (int) (position / 2)).putInt(4, words).array());
    shapes.write(record.array(), 0, record.position());
    position += record.position();
  }

  private void write(FlatShape shape) {
    int size = 8 + 44 + 4 * shape.lines() + 16 * shape.points();
    if (record.capacity() < size) {
      record = ByteBuffer.allocate(size + size / 2);
    }
    record.clear().order(ByteOrder.LITTLE_ENDIAN).position(8).putInt(kind.code());
    if (kind == ShapeKind.POINT) {
      record.putDouble(shape.xy()[0]).putDouble(shape.xy()[1]);
      return;
    }
    record.putDouble(shape.west()).putDouble(shape.south());
    record.putDouble(shape.east()).putDouble(shape.north());
    if (kind != ShapeKind.MULTIPOINT) {
      record.putInt(shape.lines());
    }
    record.putInt(shape.points());
    for (int i = 0; i < shape.lines(); i++) {
      record.putInt(shape.start(i));
    }
    turnRings(shape);
    record.asDoubleBuffer().put(shape.xy(), 0, 2 * shape.points());
    record.position(record.position() + 16 * shape.points());
  }

  private static void turnRings(FlatShape shape) {
    for (int i = 0; i < shape.polygons(); i++) {
      int outer = shape.polygonStart(i);
      for (int ring = outer; ring < shape.polygonEnd(i); ring++) {
        if (shape.turns(ring, ring != outer)) {
          shape.reverse(ring);
        }
      }
    }
  }

  private static void putBox(ByteBuffer target, Envelope box) {
    target.putDouble(box.isNull() ? 0 : box.getMinX()).putDouble(box.isNull() ? 0 : box.getMinY());
    target.putDouble(box.isNull() ? 0 : box.getMaxX()).putDouble(box.isNull() ? 0 : box.getMaxY());
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
