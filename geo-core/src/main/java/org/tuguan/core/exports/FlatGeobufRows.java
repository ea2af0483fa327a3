package org.tuguan.core.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Encoded features in a file of their own, in the order in which they came, until all are there and
 * can be put in the order of the index. For one thread.
 */
final class FlatGeobufRows implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final OutputStream spool;
  private final FeatureType type;
  private final List<Attribute> columns;
  private final FlatGeobufValues values;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 13);
  private final FlatGeobufIndex index = new FlatGeobufIndex();
  private final FlatShape shape = new FlatShape();
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

  void add(org.tuguan.core.feature.Feature feature, TargetGeometry geometries) throws IOException {
    builder.clear();
    int properties = values.write(feature, builder);
    int geometry = geometry(feature, geometries);
    builder.finishSizePrefixed(Feature.createFeature(builder, geometry, properties, 0));
    ByteBuffer encoded = builder.dataBuffer();
    spool.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
    index.add(encoded.remaining());
    position += encoded.remaining();
  }

  /** Where it lies in the builder; 0 if there is none. */
  private int geometry(org.tuguan.core.feature.Feature feature, TargetGeometry geometries)
      throws IOException {
    if (type.geometryKind() == GeometryKind.MIXED) {
      return anyGeometry(geometries.of(feature));
    }
    if (!geometries.read(feature, shape)) {
      everyGeometry = false;
      return 0;
    }
    index.box(shape.west(), shape.south(), shape.east(), shape.north());
    multiPoints |= shape.multiPoint();
    return FlatGeobufGeometry.write(shape, builder);
  }

  private int anyGeometry(Geometry geometry) throws IOException {
    if (geometry == null) {
      everyGeometry = false;
      return 0;
    }
    Envelope box = geometry.getEnvelopeInternal();
    index.box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    return GeometryConversions.serialize(
        builder, geometry, GeometryConversions.toGeometryType(geometry.getClass()));
  }

  long count() {
    return index.count();
  }

  void writeTo(OutputStream out, ExportTarget target) throws IOException {
    spool.flush();
    boolean indexed = everyGeometry && index.count() > 0;
    out.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header(target, indexed), out, new FlatBufferBuilder(1 << 12));
    try (FileChannel rows = FileChannel.open(file)) {
      if (indexed) {
        index.sort();
        index.write(out);
        copy(rows, out);
      } else {
        spool.close();
        Files.copy(file, out);
      }
    }
  }

  /** Of one piece as far as that can be mapped; a system call a row costs more than the row. */
  private void copy(FileChannel rows, OutputStream out) throws IOException {
    boolean small = position <= Integer.MAX_VALUE;
    ByteBuffer all = small ? rows.map(FileChannel.MapMode.READ_ONLY, 0, position) : null;
    byte[] row = new byte[1 << 13];
    for (int i = 0; i < index.count(); i++) {
      int size = index.size(i);
      if (row.length < size) {
        row = new byte[size + size / 2];
      }
      if (small) {
        all.get((int) index.place(i), row, 0, size);
      } else {
        read(rows, index.place(i), ByteBuffer.wrap(row, 0, size));
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
    header.envelope = index.extent().isNull() ? null : index.extent();
    header.featuresCount = index.count();
    header.indexNodeSize = indexed ? FlatGeobufIndex.NODE_SIZE : 0;
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
