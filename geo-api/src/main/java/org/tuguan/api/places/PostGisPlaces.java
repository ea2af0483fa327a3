package org.tuguan.api.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.TableRef;

/**
 * Searches the tables behind layers for names. Beside the attribute that the catalog names, {@code
 * name_en} is searched and {@code town_zh} is the context, where a table has them.
 */
@Repository
class PostGisPlaces {
  private static final String ENGLISH = "name_en";
  private static final String CONTEXT = "town_zh";

  private final JdbcClient jdbc;

  PostGisPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A place, and whether its name begins with what was asked for. */
  record Found(Place place, boolean prefix) {}

  /**
   * Best first: names that begin with the text, then short ones. A table that an import has
   * replaced by one without this attribute has no names.
   */
  List<Found> find(Layer layer, TableRef table, String nameAttribute, PlaceQuery query) {
    if (table.type().position(nameAttribute) < 0) {
      return List.of();
    }
    Optional<byte[]> area = area(layer, table);
    String sql =
        """
        SELECT id, name, name_en, context, ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box),
               starts
        FROM (SELECT %1$s::text AS id, %2$s::text AS name, %3$s AS name_en, %4$s AS context,
                     Box2D(%5$s) AS box,
                     replace(lower(%2$s::text), '台', '臺') LIKE :prefix
                       OR lower(%3$s) LIKE :prefix AS starts
              FROM %6$s
              WHERE (replace(lower(%2$s::text), '台', '臺') LIKE :inside
                 OR (replace(lower(%4$s || %2$s::text), '台', '臺') LIKE :inside
                     AND replace(lower(%4$s), '台', '臺') NOT LIKE :inside)
                 OR lower(%3$s) LIKE :inside)
                AND %7$s) AS named
        WHERE box IS NOT NULL
        ORDER BY starts DESC, length(name), name, id
        LIMIT :limit
        """
            .formatted(
                quoted(table.keyColumn()),
                quoted(nameAttribute),
                textOrEmpty(table, ENGLISH),
                textOrEmpty(table, CONTEXT),
                quoted(table.type().geometryName()),
                quoted(table.schema()) + "." + quoted(table.table()),
                inside(table, area));
    CoordinateTransform toDegrees = CoordinateTransform.between(table.type().crs(), Crs.CRS84);
    return jdbc.sql(sql)
        .params(area.map(each -> Map.<String, Object>of("area", each)).orElse(Map.of()))
        .param("prefix", query.literal() + "%")
        .param("inside", "%" + query.literal() + "%")
        .param("limit", query.limit())
        .query((row, i) -> found(row, layer, table.type().crs(), toDegrees))
        .list();
  }

  /** Where the layer may be asked, in the table's system, as WKB; empty for everywhere. */
  private static Optional<byte[]> area(Layer layer, TableRef table) {
    return layer.terms().access().ground(Right.QUERY).orElse(Ground.EVERYWHERE)
            instanceof Ground.Within within
        ? Optional.of(
            new WKBWriter()
                .write(
                    CoordinateTransform.between(Crs.CRS84, table.type().crs())
                        .apply(within.area())))
        : Optional.empty();
  }

  private static String inside(TableRef table, Optional<byte[]> area) {
    return area.isEmpty()
        ? "true"
        : "ST_Relate(%s, ST_GeomFromWKB(:area, %d), 'T********')"
            .formatted(quoted(table.type().geometryName()), table.type().crs().srid());
  }

  private static Found found(ResultSet row, Layer layer, Crs crs, CoordinateTransform toDegrees)
      throws SQLException {
    Bounds box =
        toDegrees.apply(
            new Bounds(
                crs, row.getDouble(5), row.getDouble(6), row.getDouble(7), row.getDouble(8)));
    Place place =
        new Place(
            layer.name(),
            row.getString("id"),
            row.getString("name"),
            row.getString("name_en"),
            row.getString("context"),
            List.of(box.minX(), box.minY(), box.maxX(), box.maxY()));
    return new Found(place, row.getBoolean("starts"));
  }

  private static String textOrEmpty(TableRef table, String attribute) {
    return table.type().position(attribute) < 0
        ? "''"
        : "coalesce(" + quoted(attribute) + "::text, '')";
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
