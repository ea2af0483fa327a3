package org.tuguan.core.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Encoded features in a file of their own, in the order in which they came, until all are there and
 * can be put in the order of the index. For one thread.
 */
final class FlatGeobufRows implements AutoCloseable {
  private static final int NODE_SIZE = 16;
  private static final int BUFFER = 1 << 16;
  private static final int HILBERT_LEVEL = 16;

  private final Path file;
  private final OutputStream spool;
  private final FeatureType type;
  private final List<Attribute> columns;
  private final FlatGeobufValues values;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 13);
  private final List<PackedRTree.FeatureItem> items = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private boolean everyGeometry = true;
  private boolean multiPoints;
  private long position;

  FlatGeobufRows(Path file, FeatureType type) throws IOException {
    this.file = file;
    this.type = type;
    this.columns = new Columns(type, Set.of()).list();
    this.values = new FlatGeobufValues(columns);
    this.spool = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  /**
   * @param geometry in the system of the file, or null
   */
  void add(org.tuguan.core.feature.Feature feature, Geometry geometry) throws IOException {
    builder.clear();
    int properties = Feature.createPropertiesVector(builder, values.of(feature));
    int shape = geometry == null ? 0 : shape(geometry);
    builder.finishSizePrefixed(Feature.createFeature(builder, shape, properties, 0));
    ByteBuffer encoded = builder.dataBuffer();
    spool.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
    PackedRTree.FeatureItem item = new PackedRTree.FeatureItem();
    item.nodeItem = node(geometry);
    item.offset = position;
    item.size = encoded.remaining();
    items.add(item);
    position += item.size;
  }

  private NodeItem node(Geometry geometry) {
    if (geometry == null) {
      everyGeometry = false;
      return new NodeItem(0);
    }
    Envelope box = geometry.getEnvelopeInternal();
    extent.expandToInclude(box);
    return new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private int shape(Geometry geometry) throws IOException {
    multiPoints |= geometry instanceof MultiPoint;
    Geometry written =
        type.geometryKind() == GeometryKind.MIXED ? geometry : TargetGeometry.multi(geometry);
    return GeometryConversions.serialize(
        builder, written, GeometryConversions.toGeometryType(written.getClass()));
  }

  long count() {
    return items.size();
  }

  void writeTo(OutputStream out, ExportTarget target) throws IOException {
    spool.flush();
    boolean indexed = everyGeometry && !items.isEmpty();
    out.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header(target, indexed), out, new FlatBufferBuilder(1 << 12));
    if (indexed) {
      sort();
      new PackedRTree(items, (short) NODE_SIZE).write(out);
    }
    try (FileChannel rows = FileChannel.open(file)) {
      copy(rows, out);
    }
  }

  /** The index counts from the first feature as it lies in the file, not as it came. */
  private void sort() {
    double scale =
        ((1 << HILBERT_LEVEL) - 1)
            / Math.max(Math.max(extent.getWidth(), extent.getHeight()), Double.MIN_NORMAL);
    long[] order = new long[items.size()];
    for (int i = 0; i < order.length; i++) {
      NodeItem box = items.get(i).nodeItem;
      int x = (int) (scale * ((box.minX + box.maxX) / 2 - extent.getMinX()));
      int y = (int) (scale * ((box.minY + box.maxY) / 2 - extent.getMinY()));
      order[i] = Integer.toUnsignedLong(HilbertCode.encode(HILBERT_LEVEL, x, y)) << 31 | i;
    }
    Arrays.sort(order);
    List<PackedRTree.FeatureItem> unsorted = List.copyOf(items);
    long offset = 0;
    for (int i = 0; i < order.length; i++) {
      PackedRTree.FeatureItem item = unsorted.get((int) (order[i] & Integer.MAX_VALUE));
      item.nodeItem.offset = offset;
      offset += item.size;
      items.set(i, item);
    }
  }

  /** Of one piece as far as that can be mapped; a system call a row costs more than the row. */
  private void copy(FileChannel rows, OutputStream out) throws IOException {
    boolean small = position <= Integer.MAX_VALUE;
    ByteBuffer all = small ? rows.map(FileChannel.MapMode.READ_ONLY, 0, position) : null;
    byte[] row = new byte[1 << 13];
    for (PackedRTree.FeatureItem item : items) {
      int size = (int) item.size;
      if (row.length < size) {
        row = new byte[size + size / 2];
      }
      if (small) {
        all.get((int) item.offset, row, 0, size);
      } else {
        read(rows, item.offset, ByteBuffer.wrap(row, 0, size));
      }
      out.write(row, 0, size);
    }
  }

  private static void read(FileChannel rows, long offset, ByteBuffer row) throws IOException {
    long at = offset;
    while (row.hasRemaining()) {
      int count = rows.read(row, at);
      if (count < 0) {
        throw new IOException("rows are missing");
      }
      at += count;
    }
  }

  private HeaderMeta header(ExportTarget target, boolean indexed) {
    HeaderMeta header = new HeaderMeta();
    header.name = target.baseName();
    header.srid = target.crs().srid();
    header.geometryType = geometryType();
    header.envelope = extent.isNull() ? null : extent;
    header.featuresCount = items.size();
    header.indexNodeSize = indexed ? NODE_SIZE : 0;
    header.columns = columns.stream().map(FlatGeobufRows::column).toList();
    return header;
  }

  private byte geometryType() {
    int code =
        switch (type.geometryKind()) {
          case POINT -> multiPoints ? GeometryType.Unknown : GeometryType.Point;
          case LINE -> GeometryType.MultiLineString;
          case POLYGON -> GeometryType.MultiPolygon;
          case MIXED -> GeometryType.Unknown;
        };
    return (byte) code;
  }

  private static ColumnMeta column(Attribute attribute) {
    ColumnMeta column = new ColumnMeta();
    column.name = attribute.name();
    column.nullable = true;
    int code =
        switch (attribute.type()) {
          case TEXT -> ColumnType.String;
          case INTEGER -> ColumnType.Long;
          case NUMBER -> ColumnType.Double;
          case BOOLEAN -> ColumnType.Bool;
          case DATE, TIMESTAMP -> ColumnType.DateTime;
        };
    column.type = (byte) code;
    return column;
  }

  @Override
  public void close() throws IOException {
    spool.close();
    Files.deleteIfExists(file);
  }
}
