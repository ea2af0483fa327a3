package org.tuguan.core.feature;

import static org.tuguan.core.feature.PostGisStatement.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.geotools.api.filter.Filter;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;

/**
 * Features of a PostGIS table or view, read as they are stored: coordinates are transformed in Java
 * only, never by the database.
 *
 * <p>The box of a query is compared with the boxes of the spatial index, which are rounded outward
 * to single precision (a quarter of a metre in TM2): a feature just outside may come along. Each
 * call that reads takes one connection; a stream keeps it until it is closed or exhausted. Text
 * keys are ordered byte by byte.
 */
public final class PostGisFeatureSource implements FeatureSource {
  private final DataSource database;
  private final TableRef table;
  private final Duration timeout;
  private final PostGisKey key;

  /**
   * @param timeout of one statement; exceeding it is a {@link Fault#TIMEOUT}
   */
  public PostGisFeatureSource(DataSource database, TableRef table, Duration timeout) {
    this.database = database;
    this.table = table;
    this.timeout = timeout;
    this.key = PostGisKey.of(table);
  }

  @Override
  public FeatureType type() {
    return table.type();
  }

  @Override
  public long count(Query query) {
    PostGisStatement sql = new PostGisStatement().add("SELECT count(*)");
    addFromWhere(sql, query.bounds(), query.filter());
    return readOne(sql, row -> row.getLong(1));
  }

  @Override
  public Stream<Feature> features(Query query) {
    List<Integer> wanted = wanted(query);
    return stream(new PostGisCursor(database, select(query, wanted), timeout, type(), wanted));
  }

  /**
   * Begins a read-only transaction in which all reading sees one moment of the database. Whoever
   * calls this ends it, and sets the time that a statement may take.
   */
  public static void beginMoment(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement settings = connection.createStatement()) {
      settings.execute("SET LOCAL TimeZone = 'Asia/Taipei'; SET LOCAL jit = off");
    }
  }

  /** As {@link #features(Query)}, within a moment that has begun. */
  public Stream<Feature> features(Connection moment, Query query) {
    List<Integer> wanted = wanted(query);
    return stream(new PostGisCursor(moment, false, select(query, wanted), type(), wanted));
  }

  /**
   * The rows with these keys, within a moment that has begun.
   *
   * @param attributes which attributes are read
   */
  public Stream<Feature> features(
      Connection moment, Collection<String> ids, List<String> attributes) {
    Query query = Query.ALL.withAttributes(attributes);
    List<Integer> wanted = wanted(query);
    List<Object> keys = ids.stream().flatMap(id -> key.find(id).stream()).toList();
    try {
      PostGisStatement sql =
          select(query, wanted)
              .add(
                  " AND " + key.column() + " = ANY(?)",
                  moment.createArrayOf(table.keyIsText() ? "text" : "bigint", keys.toArray()));
      return stream(new PostGisCursor(moment, false, sql, type(), wanted));
    } catch (SQLException e) {
      throw PostGisCursor.failure(type(), e);
    }
  }

  private PostGisStatement select(Query query, List<Integer> wanted) {
    PostGisStatement sql = select(wanted);
    addFromWhere(sql, query.bounds(), query.filter());
    query.after().ifPresent(after -> sql.add(" AND " + key.column() + " > ?", start(after)));
    if (query.limit() >= 0 || query.after().isPresent()) {
      sql.add(" ORDER BY " + key.column());
    }
    if (query.limit() >= 0) {
      sql.add(" LIMIT ?", query.limit());
    }
    return sql;
  }

  @Override
  public Optional<Feature> find(String id) {
    Optional<Object> value = key.find(id);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = wanted(Query.ALL);
    PostGisStatement sql = select(all);
    addFromWhere(sql, Optional.empty(), Filter.INCLUDE);
    sql.add(" AND " + key.column() + " = ?", value.get());
    try (Stream<Feature> found = stream(new PostGisCursor(database, sql, timeout, type(), all))) {
      return found.findFirst();
    }
  }

  @Override
  public Optional<Bounds> bounds() {
    PostGisStatement sql =
        new PostGisStatement()
            .add(
                """
                SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
                FROM (SELECT ST_Extent(%s) AS e FROM %s) AS extent"""
                    .formatted(quoted(type().geometryName()), tableName()));
    return readOne(
        sql,
        row -> {
          double west = row.getDouble(1);
          return row.wasNull()
              ? Optional.empty()
              : Optional.of(
                  new Bounds(
                      type().crs(), west, row.getDouble(2), row.getDouble(3), row.getDouble(4)));
        });
  }

  private Object start(String after) {
    return key.find(after)
        .orElseThrow(
            () -> RequestException.invalid("after", after, "not a key of " + type().name()));
  }

  /** Positions of the attributes to read. */
  private List<Integer> wanted(Query query) {
    List<Integer> positions = new ArrayList<>();
    if (query.attributes().isEmpty()) {
      for (int i = 0; i < type().attributes().size(); i++) {
        positions.add(i);
      }
      return positions;
    }
    for (String name : query.attributes().get()) {
      type().getAttribute("attributes", name);
      positions.add(type().position(name));
    }
    return positions;
  }

  private PostGisStatement select(List<Integer> wanted) {
    StringBuilder columns = new StringBuilder("SELECT ");
    columns.append(quoted(table.keyColumn())).append("::text, ST_AsBinary(").append(geometry());
    columns.append(')');
    for (int position : wanted) {
      Attribute attribute = type().attributes().get(position);
      columns.append(", ").append(quoted(attribute.name())).append(cast(attribute.type()));
    }
    return new PostGisStatement().add(columns.toString());
  }

  /** Curves as short straight lines, which is all that the reader of geometries knows. */
  private String geometry() {
    String column = quoted(type().geometryName());
    return type().geometryKind() == GeometryKind.POINT
        ? column
        : """
        CASE WHEN GeometryType(%1$s) IN ('CIRCULARSTRING', 'COMPOUNDCURVE', 'CURVEPOLYGON', \
        'MULTICURVE', 'MULTISURFACE') THEN ST_CurveToLine(%1$s) ELSE %1$s END"""
            .formatted(column);
  }

  private static String cast(AttributeType type) {
    return switch (type) {
      case TEXT -> "::text";
      case INTEGER -> "::bigint";
      case NUMBER -> "::double precision";
      case BOOLEAN -> "::boolean";
      case DATE -> "::date";
      case TIMESTAMP -> "::timestamptz";
    };
  }

  private String tableName() {
    return quoted(table.schema()) + "." + quoted(table.table());
  }

  private void addFromWhere(PostGisStatement sql, Optional<Bounds> bounds, Filter filter) {
    sql.add(" FROM " + tableName() + " WHERE true");
    bounds.ifPresent(box -> addBox(sql, box));
    if (!filter.equals(Filter.INCLUDE)) {
      sql.add(" AND ").add(PostGisFilter.encode(table, filter));
    }
  }

  private void addBox(PostGisStatement sql, Bounds wanted) {
    Optional<Bounds> box = CoordinateTransform.between(wanted.crs(), type().crs()).find(wanted);
    if (box.isEmpty()) {
      sql.add(" AND false");
      return;
    }
    sql.add(
        " AND " + quoted(type().geometryName()) + " && ST_MakeEnvelope(?, ?, ?, ?, ?)",
        box.get().minX(),
        box.get().minY(),
        box.get().maxX(),
        box.get().maxY(),
        type().crs().srid());
  }

  private static Stream<Feature> stream(PostGisCursor cursor) {
    return StreamSupport.stream(cursor, false).onClose(cursor::close);
  }

  /** Reads one row. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T readOne(PostGisStatement sql, RowReader<T> reader) {
    Connection connection = PostGisCursor.begin(database, timeout);
    try (PreparedStatement statement = sql.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return reader.read(rows);
    } catch (SQLException e) {
      throw PostGisCursor.failure(type(), e);
    } finally {
      PostGisCursor.end(connection);
    }
  }
}
