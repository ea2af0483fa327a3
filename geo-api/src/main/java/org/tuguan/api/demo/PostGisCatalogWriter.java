package org.tuguan.api.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tuguan.api.demo.CatalogEntries.GrantEntry;
import org.tuguan.api.demo.CatalogEntries.LayerEntry;
import org.tuguan.api.demo.CatalogEntries.StyleEntry;
import org.tuguan.api.demo.CatalogEntries.ThemeEntry;
import org.tuguan.core.crs.Crs;

/** Writes catalog entries; one that is there is replaced. The transaction is the caller's. */
final class PostGisCatalogWriter {
  private static final String THEME =
      """
      INSERT INTO tuguan.theme (id, position, title_zh, title_en) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, title_zh = excluded.title_zh,
        title_en = excluded.title_en
      """;
  private static final String LAYER =
      """
      INSERT INTO tuguan.layer (name, position, title_zh, title_en, summary_zh, summary_en, keywords,
        theme, agency, attribution_zh, attribution_en, licence, licence_url, data_date, synthetic,
        place_name, shown_at_start, extent, schema_name, table_name, key_column, key_is_text,
        geometry_column, geometry_kind, srid, attributes, owned, raster_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, true, ?)
      """;
  private static final String STYLE =
      """
      INSERT INTO tuguan.style (layer, name, position, title_zh, title_en, sld)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String OFFER =
      "UPDATE tuguan.layer SET offered = true, offer_zh = ?, offer_en = ? WHERE name = ?";
  private static final String GRANT =
      "INSERT INTO tuguan.layer_grant (layer, grantee_kind, grantee, rights) VALUES (?, ?, ?, ?)";

  /**
   * Where a layer's rows are: a table in the schema {@code layers}.
   *
   * @param attributes as the catalog keeps them, JSON
   * @param extent west, south, east, north in degrees, or null
   */
  record Table(String name, String geometryKind, String attributes, Double[] extent) {}

  void writeThemes(Connection connection, List<ThemeEntry> themes) throws SQLException {
    for (int i = 0; i < themes.size(); i++) {
      ThemeEntry theme = themes.get(i);
      run(connection, THEME, theme.id(), i, theme.titleZh(), theme.titleEn());
    }
  }

  void writeLayer(Connection connection, LayerEntry entry, Table table) throws SQLException {
    Object[] place = {
      "layers",
      table.name(),
      "fid",
      false,
      "geom",
      table.geometryKind(),
      Crs.TWD97_TM2_121.srid(),
      table.attributes(),
      null
    };
    write(connection, entry, table.extent(), place);
  }

  void writeRaster(Connection connection, LayerEntry entry, byte[] tiff, Double[] extent)
      throws SQLException {
    String hash = sha256(tiff);
    run(
        connection,
        "INSERT INTO tuguan.raster_file (sha256, tiff) VALUES (?, ?) ON CONFLICT DO NOTHING",
        hash,
        tiff);
    write(
        connection,
        entry,
        extent,
        new Object[] {null, null, null, null, null, null, null, null, hash});
    run(
        connection,
        """
        DELETE FROM tuguan.raster_file r
        WHERE NOT EXISTS (SELECT FROM tuguan.layer l WHERE l.raster_sha256 = r.sha256)
        """);
  }

  private void write(Connection connection, LayerEntry entry, Double[] extent, Object[] place)
      throws SQLException {
    run(connection, "DELETE FROM tuguan.layer WHERE name = ?", entry.name());
    Object[] description = {
      entry.name(),
      entry.position(),
      entry.titleZh(),
      entry.titleEn(),
      entry.summaryZh(),
      entry.summaryEn(),
      connection.createArrayOf("text", entry.keywords().toArray()),
      entry.theme(),
      entry.agency(),
      entry.attributionZh(),
      entry.attributionEn(),
      entry.licence(),
      entry.licenceUrl(),
      entry.dataDate(),
      entry.synthetic(),
      entry.placeName(),
      entry.shownAtStart(),
      extent == null ? null : connection.createArrayOf("float8", extent)
    };
    Object[] values = new Object[description.length + place.length];
    System.arraycopy(description, 0, values, 0, description.length);
    System.arraycopy(place, 0, values, description.length, place.length);
    run(connection, LAYER, values);
    writeStyles(connection, entry);
    writeRights(connection, entry);
  }

  private static void writeRights(Connection connection, LayerEntry entry) throws SQLException {
    if (entry.offerZh() != null) {
      run(connection, OFFER, entry.offerZh(), entry.offerEn(), entry.name());
    }
    if (entry.grants() != null) {
      run(connection, "DELETE FROM tuguan.layer_grant WHERE layer = ?", entry.name());
      for (GrantEntry each : entry.grants()) {
        Object rights = connection.createArrayOf("text", each.rights().toArray());
        run(connection, GRANT, entry.name(), each.kind(), each.grantee(), rights);
      }
    }
  }

  private void writeStyles(Connection connection, LayerEntry entry) throws SQLException {
    int position = 0;
    for (StyleEntry style : entry.styles()) {
      Optional<String> sld = CatalogEntries.findSld(entry.name(), style.name());
      if (sld.isPresent()) {
        run(
            connection,
            STYLE,
            entry.name(),
            style.name(),
            position,
            style.titleZh(),
            style.titleEn(),
            sld.get());
        position++;
      }
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
