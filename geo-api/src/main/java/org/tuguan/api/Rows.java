package org.tuguan.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What goes into columns of the database and comes out of them, of types that JDBC leaves open. */
public final class Rows {
  private Rows() {}

  /** As a parameter for a column of type {@code timestamptz}. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Of a column that is never null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Of an array of text without nulls. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /**
   * @param column holds well-known binary (OGC 06-103r4, clause 8), or null
   */
  public static Optional<Geometry> findGeometry(ResultSet row, String column) throws SQLException {
    byte[] wkb = row.getBytes(column);
    try {
      return wkb == null ? Optional.empty() : Optional.of(new WKBReader().read(wkb));
    } catch (ParseException e) {
      throw new SQLException(column + " is no geometry", e);
    }
  }
}
