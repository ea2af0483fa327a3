package org.tuguan.api.issuing;

import java.util.List;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.map.StarterStyle;

/**
 * Layers of the agency that the demonstration's owner belongs to, in the middle of the city: {@code
 * spots} and {@code secret} are a hundred points each, {@code blocks} a hundred squares of 200 m.
 */
public final class IssuingData {
  /** Some 2 km by 2 km around, in the middle of the old city. */
  public static final String MIDDLE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120.66,24.14],[120.68,24.14],[120.68,24.16],[120.66,24.16],[120.66,24.14]]]}";

  /** The western half of it. */
  public static final String WEST =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120.66,24.14],[120.67,24.14],[120.67,24.16],[120.66,24.16],[120.66,24.14]]]}";

  private IssuingData() {}

  public static void make(IssuingServer server) {
    server
        .jdbc()
        .sql("INSERT INTO tuguan.theme VALUES ('t', 1, '主題', 'Theme') ON CONFLICT DO NOTHING")
        .update();
    layer(server, "spots", "Point", GeometryKind.POINT, "ST_Point(%s, %s, 4326)");
    layer(server, "secret", "Point", GeometryKind.POINT, "ST_Point(%s, %s, 4326)");
    layer(
        server,
        "blocks",
        "Polygon",
        GeometryKind.POLYGON,
        "ST_Expand(ST_Point(%s, %s, 4326), 0.0009)");
    server.jdbc().sql("DELETE FROM tuguan.layer_grant WHERE layer = 'secret'").update();
    server.bean(CatalogStore.class).refresh();
  }

  private static void layer(
      IssuingServer server, String name, String sqlType, GeometryKind kind, String shape) {
    FeatureType type = new FeatureType(name, List.of(), "geom", kind, Crs.TWD97_TM2_121);
    server
        .jdbc()
        .sql(
            """
            CREATE TABLE layers.%1$s (fid bigint PRIMARY KEY, geom geometry(%2$s, 3826));
            INSERT INTO layers.%1$s
            SELECT y * 10 + x, ST_Transform(%3$s, 3826) FROM generate_series(0, 9) x, generate_series(0, 9) y;
            CREATE INDEX ON layers.%1$s USING gist (geom);
            INSERT INTO tuguan.layer (name, title_zh, title_en, theme, agency, schema_name, table_name, extent, updated,
              key_column, key_is_text, geometry_column, geometry_kind, srid, attributes)
            VALUES ('%1$s', '%1$s 標題', '%1$s title', 't',
              (SELECT agency FROM tuguan.account WHERE name = 'owner'), 'layers', '%1$s',
              '{120.66,24.14,120.68,24.16}', '2026-01-01T00:00:00Z', 'fid', false, 'geom', '%4$s', 3826, '[]');
            INSERT INTO tuguan.style VALUES ('%1$s', 'plain', 1, '', '', $sld$%5$s$sld$)
            """
                .formatted(
                    name,
                    sqlType,
                    shape.formatted("120.661 + x * 0.002", "24.141 + y * 0.002"),
                    kind.name(),
                    StarterStyle.of(type)))
        .update();
  }
}
