package org.tuguan.api.access;

import java.util.List;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.map.StarterStyle;

/** Layers of a hundred points each, owned by the agency {@code works}. */
final class RightsData {
  private RightsData() {}

  static void directory(Node node) {
    node.sql(
        """
        INSERT INTO tuguan.theme VALUES ('t', 1, '主題', 'Theme') ON CONFLICT DO NOTHING;
        INSERT INTO tuguan.agency (id, position, name_zh, name_en, first_level)
        SELECT id, 1, id, id, true FROM unnest(ARRAY['works', 'parks', 'fire']) AS id ON CONFLICT DO NOTHING
        """);
  }

  /** Open to everybody. */
  static void layer(Node node, String name) {
    FeatureType type =
        new FeatureType(
            name,
            List.of(
                new Attribute("amount", AttributeType.INTEGER),
                new Attribute("word", AttributeType.TEXT)),
            "geom",
            GeometryKind.POINT,
            Crs.TWD97_TM2_121);
    node.sql(
        """
        CREATE TABLE layers.%1$s (fid bigint PRIMARY KEY, geom geometry(Point, 3826), amount bigint, word text);
        INSERT INTO layers.%1$s
        SELECT i, ST_Transform(ST_Point(120.5 + i * 0.002, 24.2, 4326), 3826), i, 'w' || i || ' of %1$s'
        FROM generate_series(1, 100) i;
        CREATE INDEX ON layers.%1$s USING gist (geom);
        INSERT INTO tuguan.layer (name, title_zh, title_en, theme, agency, schema_name, table_name, extent, updated,
          key_column, key_is_text, geometry_column, geometry_kind, srid, attributes, place_name, shown_at_start)
        VALUES ('%1$s', '%1$s 標題', '%1$s title', 't', 'works', 'layers', '%1$s', '{120.5,24.19,120.71,24.21}',
          '2026-01-01T00:00:00Z', 'fid', false, 'geom', 'POINT', 3826,
          '[{"name": "amount", "type": "INTEGER"}, {"name": "word", "type": "TEXT"}]', 'word', true);
        INSERT INTO tuguan.style VALUES ('%1$s', 'plain', 1, '', '', $sld$%2$s$sld$);
        ANALYZE layers.%1$s
        """
            .formatted(name, StarterStyle.of(type)));
  }

  /** Closed to all but those who are granted it afterwards. */
  static void closed(Node node, String name) {
    layer(node, name);
    node.sql("DELETE FROM tuguan.layer_grant WHERE layer = '%s'".formatted(name));
  }

  /**
   * @param rights in the words of SQL: {@code 'VIEW','QUERY'}
   * @param area WKT, or empty
   */
  static void grant(Node node, String layer, String agency, String rights, String area) {
    node.sql(
        "INSERT INTO tuguan.layer_grant (layer, grantee_kind, grantee, rights, area) VALUES ('%s', 'AGENCY', '%s', ARRAY[%s], %s)"
            .formatted(
                layer,
                agency,
                rights,
                area.isEmpty() ? "NULL" : "ST_Multi(ST_GeomFromText('" + area + "', 4326))"));
  }

  /** Days and versions that would tell two servers apart. */
  static void settle(Node node) {
    node.sql("UPDATE tuguan.catalog_version SET version = 1000");
    node.refresh();
  }
}
