package org.tuguan.api.issuing;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.TableRef;

/** How much of a table lies in an area, and whether it is still the same. */
@Repository
class JdbcLayerExtracts {
  /** As {@link org.tuguan.core.feature.AreaFeatureSource}: touching the border is outside. */
  private static final double METRES = 0.1;

  private static final double DEGREES = 1e-6;

  private final JdbcClient jdbc;
  private final long timeout;

  JdbcLayerExtracts(JdbcClient jdbc, TuguanProperties properties) {
    this.jdbc = jdbc;
    this.timeout = properties.limits().statementTime().toMillis();
  }

  /**
   * @param features how many
   * @param bytes about as large as they are uncompressed
   * @param hash the same while no row is added, changed or taken away
   */
  record Extract(long features, long bytes, String hash) {}

  /**
   * @param area polygons in CRS:84; empty for all of it
   */
  @Transactional(readOnly = true)
  public Extract measure(TableRef table, Optional<Geometry> area) {
    jdbc.sql("SELECT set_config('statement_timeout', :millis, true)")
        .param("millis", Long.toString(timeout))
        .query(String.class)
        .single();
    String where =
        area.isEmpty()
            ? ""
            : " WHERE ST_Intersects(t.%s, ST_GeomFromWKB(:area, %d))"
                .formatted(quoted(table.type().geometryName()), table.type().crs().srid());
    var statement =
        jdbc.sql(
            """
            SELECT count(*) AS features, coalesce(sum(octet_length(t::text)), 0) / 2 AS bytes,
              coalesce(bit_xor(('x' || md5(t::text))::bit(128)), B'0'::bit(128))::text AS hash
            FROM %s.%s t%s
            """
                .formatted(quoted(table.schema()), quoted(table.table()), where));
    return area.map(each -> statement.param("area", wkb(each, table.type().crs())))
        .orElse(statement)
        .query(
            (row, i) ->
                new Extract(
                    row.getLong("features"), row.getLong("bytes"), hex(row.getString("hash"))))
        .single();
  }

  private static byte[] wkb(Geometry area, Crs crs) {
    Geometry here = CoordinateTransform.between(Crs.CRS84, crs).apply(area);
    Geometry shrunk = here.buffer(crs.geographic() ? -DEGREES : -METRES);
    return new WKBWriter().write(shrunk.isEmpty() ? here : shrunk);
  }

  private static String hex(String bits) {
    return String.format(Locale.ROOT, "%032x", new BigInteger(bits, 2));
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
