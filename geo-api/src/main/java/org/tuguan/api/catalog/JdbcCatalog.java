package org.tuguan.api.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Access;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.catalog.Theme;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.sharing.Agency;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole catalog in one snapshot of the database. A layer that cannot be read is left out
 * and logged.
 */
@Repository
class JdbcCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcCatalog.class);
  private static final TypeReference<List<Map<String, String>>> ATTRIBUTES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcGrants grants;
  private final JsonMapper json;

  JdbcCatalog(JdbcClient jdbc, JdbcGrants grants, JsonMapper json) {
    this.jdbc = jdbc;
    this.grants = grants;
    this.json = json;
  }

  long version() {
    return jdbc.sql("SELECT version FROM tuguan.catalog_version").query(Long.class).single();
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Catalog read() {
    return new Catalog(
        version(), themes(), agencies(), layers(styles()), new AccessRules(grants.list()));
  }

  private List<Theme> themes() {
    return jdbc.sql("SELECT id, title_zh, title_en FROM tuguan.theme ORDER BY position, id")
        .query((row, i) -> new Theme(row.getString("id"), text(row, "title")))
        .list();
  }

  private List<Agency> agencies() {
    return jdbc.sql("SELECT * FROM tuguan.agency ORDER BY position, id")
        .query(
            (row, i) ->
                new Agency(
                    row.getString("id"),
                    text(row, "name"),
                    row.getBoolean("first_level"),
                    day(row, "exists_from"),
                    day(row, "exists_until")))
        .list();
  }

  private record LayerStyle(String layer, StyleInfo style) {}

  private Map<String, List<StyleInfo>> styles() {
    return jdbc
        .sql(
            "SELECT layer, name, title_zh, title_en, sld FROM tuguan.style ORDER BY layer, position, name")
        .query(
            (row, i) ->
                new LayerStyle(
                    row.getString("layer"),
                    new StyleInfo(row.getString("name"), text(row, "title"), row.getString("sld"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                LayerStyle::layer, Collectors.mapping(LayerStyle::style, Collectors.toList())));
  }

  private List<Layer> layers(Map<String, List<StyleInfo>> styles) {
    List<Layer> layers = new ArrayList<>();
    jdbc.sql(
            """
            SELECT l.*, octet_length(r.tiff) AS raster_bytes
            FROM tuguan.layer l LEFT JOIN tuguan.raster_file r ON r.sha256 = l.raster_sha256
            ORDER BY position, name
            """)
        .query(
            row -> {
              String name = row.getString("name");
              try {
                layers.add(layer(row, styles.getOrDefault(name, List.of())));
              } catch (IllegalArgumentException e) {
                LOG.error("layer {} is left out of the catalog: {}", name, e.getMessage());
              }
            });
    return layers;
  }

  private Layer layer(ResultSet row, List<StyleInfo> styles) throws SQLException {
    return new Layer(
        row.getString("name"),
        text(row, "title"),
        text(row, "summary"),
        Rows.texts(row, "keywords"),
        row.getString("theme"),
        row.getString("agency"),
        row.getString("raster_sha256") == null ? table(row) : raster(row),
        extent(row.getArray("extent")),
        styles,
        new Provenance(
            text(row, "attribution"),
            row.getString("licence"),
            row.getString("licence_url"),
            day(row, "data_date"),
            row.getBoolean("synthetic")),
        Optional.ofNullable(row.getString("place_name")),
        row.getBoolean("shown_at_start"),
        Rows.instant(row, "updated"),
        new LayerTerms(
            Access.FULL,
            Access.NONE,
            row.getBoolean("offered") ? Optional.of(text(row, "offer")) : Optional.empty()));
  }

  private static LayerData raster(ResultSet row) throws SQLException {
    return new LayerData.Raster(row.getString("raster_sha256"), row.getLong("raster_bytes"));
  }

  private LayerData table(ResultSet row) throws SQLException {
    int srid = row.getInt("srid");
    Crs crs =
        Crs.findSrid(srid)
            .orElseThrow(() -> new IllegalArgumentException("SRID " + srid + " is not known"));
    FeatureType type =
        new FeatureType(
            row.getString("name"),
            attributes(row.getString("attributes")),
            row.getString("geometry_column"),
            GeometryKind.valueOf(row.getString("geometry_kind")),
            crs);
    return new LayerData.Table(
        new TableRef(
            row.getString("schema_name"),
            row.getString("table_name"),
            row.getString("key_column"),
            row.getBoolean("key_is_text"),
            type));
  }

  private List<Attribute> attributes(String document) {
    return json.readValue(document, ATTRIBUTES).stream()
        .map(each -> new Attribute(each.get("name"), AttributeType.valueOf(each.get("type"))))
        .toList();
  }

  private static Optional<Bounds> extent(Array array) throws SQLException {
    if (array == null) {
      return Optional.empty();
    }
    Double[] box = (Double[]) array.getArray();
    return Optional.of(new Bounds(Crs.CRS84, box[0], box[1], box[2], box[3]));
  }

  private static LocalText text(ResultSet row, String column) throws SQLException {
    return new LocalText(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
