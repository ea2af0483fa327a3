package org.tuguan.core.exports;

import static org.tuguan.core.exports.GeoPackageIndex.quoted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

/**
 * The one feature table of a new GeoPackage. The index is filled when all rows are there. For one
 * thread.
 */
final class GeoPackageTable implements AutoCloseable {
  private static final String GEOMETRY = "geom";
  private static final int COMMIT_EVERY = 50_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final ExportTarget target;
  private final String table;
  private final GeometryKind kind;
  private final List<Attribute> columns;
  private final PreparedStatement insert;
  private final GeoPackageIndex index = new GeoPackageIndex();
  private final GeoPackageBlob blob;
  private final FlatWkb flat = new FlatWkb();
  private final Envelope extent = new Envelope();
  private boolean multiPoints;
  private long count;

  GeoPackageTable(Path file, FeatureType type, ExportTarget target) throws SQLException {
    this.target = target;
    this.table = target.baseName();
    this.kind = type.geometryKind();
    this.columns = new Columns(type, Set.of("fid", GEOMETRY)).list();
    this.blob = new GeoPackageBlob(target.crs().srid());
    this.connection = open(file);
    try {
      createSchema();
      this.insert = connection.prepareStatement(insertRow());
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * A file that is being made needs no journal: if the work breaks off, it is thrown away. Keys are
   * ours; the driver would ask for each of them with a query of its own, which takes as long as the
   * rows.
   */
  private static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setApplicationId(0x47504B47); // "GPKG"
    config.setUserVersion(10300);
    config.setCacheSize(-64_000);
    config.setPageSize(4096);
    config.setGetGeneratedKeys(false);
    Connection connection =
        JDBC.createConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    connection.setAutoCommit(false);
    return connection;
  }

  private void createSchema() throws SQLException {
    GeoPackageSchema schema = new GeoPackageSchema(target.crs());
    try (Statement statement = connection.createStatement()) {
      for (String each : schema.tables()) {
        statement.execute(each);
      }
      statement.execute(
          "CREATE TABLE %s (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, %s %s, %s)"
              .formatted(quoted(table), GEOMETRY, geometryType(), columnList()));
      statement.execute(
          "CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy)"
              .formatted(quoted(indexName())));
    }
  }

  private String columnList() {
    return columns.stream()
        .map(each -> quoted(each.name()) + " " + sqlType(each))
        .collect(Collectors.joining(", "));
  }

  private static String sqlType(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case NUMBER -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "DATETIME";
    };
  }

  private String insertRow() {
    String marks =
        IntStream.range(0, columns.size() + 2).mapToObj(i -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO %s VALUES (%s)".formatted(quoted(table), marks);
  }

  /** One of those that the standard knows; a table of several kinds is declared so. */
  private String geometryType() {
    return switch (kind) {
      case POINT -> multiPoints ? "GEOMETRY" : "POINT";
      case LINE -> "MULTILINESTRING";
      case POLYGON -> "MULTIPOLYGON";
      case MIXED -> "GEOMETRY";
    };
  }

  void add(Feature feature, TargetGeometry geometries) throws SQLException {
    count++;
    insert.setLong(1, count);
    if (!geometries.identity() || !addAsStored(feature)) {
      addGeometry(geometries.of(feature));
    }
    for (int i = 0; i < columns.size(); i++) {
      set(i + 3, Columns.value(feature, i));
    }
    insert.executeUpdate();
    if (count % COMMIT_EVERY == 0) {
      connection.commit();
    }
  }

  /** Most geometries need not become objects on their way; false if this one must. */
  private boolean addAsStored(Feature feature) throws SQLException {
    Optional<byte[]> stored = feature.packed();
    Optional<Envelope> box = stored.flatMap(flat::findBox);
    if (box.isEmpty()) {
      return false;
    }
    int type = FlatWkb.type(stored.get());
    boolean one = (type == FlatWkb.LINE || type == FlatWkb.POLYGON) && kind != GeometryKind.MIXED;
    insert.setBytes(
        2, one ? blob.ofOne(stored.get(), box.get()) : blob.of(stored.get(), box.get()));
    multiPoints |= type == FlatWkb.MULTI_POINT;
    extent.expandToInclude(box.get());
    index.add(count, box.get());
    return true;
  }

  private void addGeometry(Geometry geometry) throws SQLException {
    if (geometry == null) {
      insert.setNull(2, Types.BLOB);
      return;
    }
    Envelope box = geometry.getEnvelopeInternal();
    extent.expandToInclude(box);
    multiPoints |= geometry instanceof MultiPoint;
    Geometry written = kind == GeometryKind.MIXED ? geometry : TargetGeometry.multi(geometry);
    insert.setBytes(2, blob.of(written, box));
    index.add(count, box);
  }

  private void set(int position, Object value) throws SQLException {
    if (value == null) {
      insert.setNull(position, Types.NULL);
    } else if (value instanceof Long number) {
      insert.setLong(position, number);
    } else if (value instanceof Double number) {
      insert.setDouble(position, number);
    } else if (value instanceof Boolean truth) {
      insert.setInt(position, truth ? 1 : 0);
    } else if (value instanceof OffsetDateTime time) {
      insert.setString(position, TIME.format(time));
    } else if (value instanceof LocalDate day) {
      insert.setString(position, day.toString());
    } else {
      insert.setString(position, value.toString());
    }
  }

  /** Declares the table; the triggers that keep the index come last, since they cost time. */
  void finish(Instant changed) throws SQLException {
    index.write(connection, indexName(), extent);
    GeoPackageSchema schema = new GeoPackageSchema(target.crs());
    try (PreparedStatement contents = connection.prepareStatement(schema.contents());
        PreparedStatement geometry = connection.prepareStatement(schema.geometryColumn());
        PreparedStatement extension = connection.prepareStatement(schema.indexExtension());
        Statement statement = connection.createStatement()) {
      contents.setString(1, table);
      contents.setString(2, table);
      contents.setString(3, TIME.format(changed));
      double[] box = {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
      for (int i = 0; i < box.length; i++) {
        contents.setObject(4 + i, extent.isNull() ? null : box[i]);
      }
      contents.setInt(8, target.crs().srid());
      contents.executeUpdate();
      geometry.setString(1, table);
      geometry.setString(2, GEOMETRY);
      geometry.setString(3, geometryType());
      geometry.setInt(4, target.crs().srid());
      geometry.executeUpdate();
      extension.setString(1, table);
      extension.setString(2, GEOMETRY);
      extension.executeUpdate();
      for (String each : schema.indexTriggers(quoted(table), quoted(indexName()), indexName())) {
        statement.execute(each);
      }
    }
    connection.commit();
  }

  long count() {
    return count;
  }

  private String indexName() {
    return "rtree_" + table + "_" + GEOMETRY;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
