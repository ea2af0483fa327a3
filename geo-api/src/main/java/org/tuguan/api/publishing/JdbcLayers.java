package org.tuguan.api.publishing;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.TableRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of layers and styles, and tells the audit trail. */
@Repository
@Transactional
public class JdbcLayers {
  private static final String UNASSIGNED_THEME = "other";
  private static final String UNASSIGNED_AGENCY = "unassigned";

  private static final String UPSERT_WORDS =
      """
      INSERT INTO tuguan.layer
        (name, title_zh, title_en, theme, agency, attribution_zh, attribution_en, licence, data_date, synthetic,
         extent, schema_name, table_name, key_column, key_is_text, geometry_column, geometry_kind, srid, attributes,
         owned, raster_sha256)
      VALUES
        (:name, coalesce(:title, :fallback), coalesce(:titleEn, :title, :fallback), :theme, :agency,
         coalesce(:attribution, ''), coalesce(:attribution, ''), coalesce(:licence, ''), :date,
         coalesce(:synthetic, false), :extent, :schema, :table, :key, :keyIsText, :geometry, :kind, :srid,
         CAST(:attributes AS jsonb), :owned, :raster)
      ON CONFLICT (name) DO UPDATE SET
        title_zh = coalesce(:title, layer.title_zh),
        title_en = coalesce(:titleEn, layer.title_en),
        theme = coalesce(:givenTheme, layer.theme),
        agency = coalesce(:givenAgency, layer.agency),
        attribution_zh = coalesce(:attribution, layer.attribution_zh),
        attribution_en = coalesce(:attribution, layer.attribution_en),
        licence = coalesce(:licence, layer.licence),
        data_date = coalesce(:date, layer.data_date),
        synthetic = coalesce(:synthetic, layer.synthetic),
        updated = now(),
        extent = EXCLUDED.extent,
        schema_name = EXCLUDED.schema_name,
        table_name = EXCLUDED.table_name,
        key_column = EXCLUDED.key_column,
        key_is_text = EXCLUDED.key_is_text,
        geometry_column = EXCLUDED.geometry_column,
        geometry_kind = EXCLUDED.geometry_kind,
        srid = EXCLUDED.srid,
        attributes = EXCLUDED.attributes,
        owned = EXCLUDED.owned,
        raster_sha256 = EXCLUDED.raster_sha256
      """;

  private static final String CHANGE_WORDS =
      """
      UPDATE tuguan.layer SET
        title_zh = coalesce(:titleZh, title_zh),
        title_en = coalesce(:titleEn, title_en),
        summary_zh = coalesce(:summaryZh, summary_zh),
        summary_en = coalesce(:summaryEn, summary_en),
        keywords = coalesce(:keywords, keywords),
        theme = coalesce(:theme, theme),
        agency = coalesce(:agency, agency),
        attribution_zh = coalesce(:attributionZh, attribution_zh),
        attribution_en = coalesce(:attributionEn, attribution_en),
        licence = coalesce(:licence, licence),
        licence_url = coalesce(:licenceUrl, licence_url),
        data_date = coalesce(:dataDate, data_date),
        offered = coalesce(:offered, offered),
        offer_zh = coalesce(:offerZh, offer_zh),
        offer_en = coalesce(:offerEn, offer_en),
        updated = now()
      WHERE name = :name
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final AuditTrail audit;

  JdbcLayers(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
  }

  /**
   * What is known of a layer that is there already.
   *
   * @param schema of its table; empty for a raster
   * @param owned true if its table was made by an import
   * @param kind of its geometry; empty for a raster
   */
  public record Existing(
      Optional<String> schema, Optional<String> table, boolean owned, Optional<String> kind) {}

  /** Waits until nobody else changes this layer; until the end of the transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(String name) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 42))")
        .param("name", name)
        .query((row, i) -> 0)
        .list();
  }

  public Optional<Existing> findExisting(String name) {
    return jdbc.sql(
            "SELECT schema_name, table_name, owned, geometry_kind FROM tuguan.layer WHERE name = :name")
        .param("name", name)
        .query(
            (row, i) ->
                new Existing(
                    Optional.ofNullable(row.getString(1)),
                    Optional.ofNullable(row.getString(2)),
                    row.getBoolean(3),
                    Optional.ofNullable(row.getString(4))))
        .optional();
  }

  /** The layer whose data are in this table, if there is one. */
  public Optional<String> findLayerOf(String schema, String table) {
    return jdbc.sql(
            "SELECT name FROM tuguan.layer WHERE schema_name = :schema AND table_name = :table ORDER BY name LIMIT 1")
        .param("schema", schema)
        .param("table", table)
        .query(String.class)
        .optional();
  }

  /** Adds the layer or updates it; what is not said about an existing layer stays. */
  public void saveTable(
      TableRef table, Optional<Bounds> extent, boolean owned, LayerWords words, String fallback) {
    FeatureType type = table.type();
    words(type.name(), words, fallback, extent)
        .param("schema", table.schema())
        .param("table", table.table())
        .param("key", table.keyColumn())
        .param("keyIsText", table.keyIsText())
        .param("geometry", type.geometryName())
        .param("kind", type.geometryKind().name())
        .param("srid", type.crs().srid())
        .param("attributes", attributes(type.attributes()))
        .param("owned", owned)
        .param("raster", null)
        .update();
    words.access().ifPresent(access -> open(type.name(), access));
    audit.record(
        "layer.publish",
        "layer:" + type.name(),
        Map.of("table", table.schema() + "." + table.table(), "owned", owned));
  }

  /** As {@link #saveTable}, for a raster whose file is kept under its hash. */
  public void saveRaster(
      String name, String sha256, Bounds extent, LayerWords words, String fallback) {
    JdbcClient.StatementSpec spec =
        words(name, words, fallback, Optional.of(extent))
            .param("owned", true)
            .param("raster", sha256);
    for (String column : List.of("schema", "table", "key", "geometry", "kind", "attributes")) {
      spec = spec.param(column, null, Types.VARCHAR);
    }
    spec.param("keyIsText", null, Types.BOOLEAN).param("srid", null, Types.INTEGER).update();
    words.access().ifPresent(access -> open(name, access));
    audit.record("layer.publish", "layer:" + name, Map.of("raster", sha256));
  }

  /** In the place of whatever has been granted, save by agreements. */
  private void open(String layer, LayerAccess access) {
    jdbc.sql("DELETE FROM tuguan.layer_grant WHERE layer = :layer AND agreement IS NULL")
        .param("layer", layer)
        .update();
    if (access != LayerAccess.RESTRICTED) {
      jdbc.sql(
              """
              INSERT INTO tuguan.layer_grant (layer, grantee_kind, rights)
              VALUES (:layer, :kind, ARRAY['VIEW', 'QUERY', 'DOWNLOAD'])
              """)
          .param("layer", layer)
          .param("kind", access == LayerAccess.PUBLIC ? "EVERYONE" : "CITY")
          .update();
    }
  }

  private JdbcClient.StatementSpec words(
      String name, LayerWords words, String fallback, Optional<Bounds> extent) {
    requireTheme(words.theme());
    requireAgency(words.agency());
    return jdbc.sql(UPSERT_WORDS)
        .param("name", name)
        .param("fallback", fallback)
        .param("title", words.title().orElse(null), Types.VARCHAR)
        .param("titleEn", words.titleEn().orElse(null), Types.VARCHAR)
        .param("theme", words.theme().orElse(UNASSIGNED_THEME))
        .param("givenTheme", words.theme().orElse(null), Types.VARCHAR)
        .param("agency", words.agency().orElse(UNASSIGNED_AGENCY))
        .param("givenAgency", words.agency().orElse(null), Types.VARCHAR)
        .param("attribution", words.attribution().orElse(null), Types.VARCHAR)
        .param("licence", words.licence().orElse(null), Types.VARCHAR)
        .param("date", words.date().orElse(null), Types.DATE)
        .param("synthetic", words.synthetic().orElse(null), Types.BOOLEAN)
        .param("extent", extent.map(JdbcLayers::box).orElse(null), Types.ARRAY);
  }

  private static Double[] box(Bounds bounds) {
    return new Double[] {bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()};
  }

  private void requireTheme(Optional<String> theme) {
    if (theme.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO tuguan.theme (id, position, title_zh, title_en)
              SELECT :id, 10000, '其他', 'Other' WHERE NOT EXISTS (SELECT 1 FROM tuguan.theme WHERE id = :id)
              """)
          .param("id", UNASSIGNED_THEME)
          .update();
    } else {
      requireKnown("theme", theme.get(), "SELECT id FROM tuguan.theme ORDER BY position, id");
    }
  }

  private void requireAgency(Optional<String> agency) {
    if (agency.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO tuguan.agency (id, position, name_zh, name_en, first_level)
              SELECT :id, 10000, '未指定機關', 'Not assigned', false
              WHERE NOT EXISTS (SELECT 1 FROM tuguan.agency WHERE id = :id)
              """)
          .param("id", UNASSIGNED_AGENCY)
          .update();
    } else {
      requireKnown("agency", agency.get(), "SELECT id FROM tuguan.agency ORDER BY position, id");
    }
  }

  private void requireKnown(String parameter, String id, String sql) {
    List<String> known = jdbc.sql(sql).query(String.class).list();
    if (!known.contains(id)) {
      throw RequestException.invalid(parameter, id, "allowed are " + String.join(", ", known));
    }
  }

  private String attributes(List<Attribute> attributes) {
    return json.writeValueAsString(
        attributes.stream()
            .map(each -> Map.of("name", each.name(), "type", each.type().name()))
            .toList());
  }

  /** The style stays the layer's default if it was. */
  public void saveStyle(String layer, String style, String titleZh, String titleEn, String sld) {
    jdbc.sql(
            """
            INSERT INTO tuguan.style (layer, name, position, title_zh, title_en, sld)
            SELECT :layer, :name, coalesce(max(position) + 10, 0), :zh, :en, :sld
            FROM tuguan.style WHERE layer = :layer
            ON CONFLICT (layer, name) DO UPDATE
            SET title_zh = EXCLUDED.title_zh, title_en = EXCLUDED.title_en, sld = EXCLUDED.sld
            """)
        .param("layer", layer)
        .param("name", style)
        .param("zh", titleZh)
        .param("en", titleEn)
        .param("sld", sld)
        .update();
    jdbc.sql("UPDATE tuguan.layer SET updated = now() WHERE name = :layer")
        .param("layer", layer)
        .update();
    audit.record("style.save", "layer:" + layer, Map.of("style", style));
  }

  public boolean hasStyles(String layer) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM tuguan.style WHERE layer = :layer)")
        .param("layer", layer)
        .query(Boolean.class)
        .single();
  }

  /** Changes what people read; what is null stays. */
  void change(String layer, LayerEditController.Changes changes) {
    if (changes.theme() != null) {
      requireTheme(Optional.of(changes.theme()));
    }
    if (changes.agency() != null) {
      requireAgency(Optional.of(changes.agency()));
    }
    jdbc.sql(CHANGE_WORDS)
        .param("name", layer)
        .param("titleZh", zh(changes.title()), Types.VARCHAR)
        .param("titleEn", en(changes.title()), Types.VARCHAR)
        .param("summaryZh", zh(changes.summary()), Types.VARCHAR)
        .param("summaryEn", en(changes.summary()), Types.VARCHAR)
        .param(
            "keywords",
            changes.keywords() == null ? null : changes.keywords().toArray(new String[0]),
            Types.ARRAY)
        .param("theme", changes.theme(), Types.VARCHAR)
        .param("agency", changes.agency(), Types.VARCHAR)
        .param("attributionZh", zh(changes.attribution()), Types.VARCHAR)
        .param("attributionEn", en(changes.attribution()), Types.VARCHAR)
        .param("licence", changes.licence(), Types.VARCHAR)
        .param("licenceUrl", changes.licenceUrl(), Types.VARCHAR)
        .param("dataDate", changes.dataDate(), Types.DATE)
        .param("offered", changes.offered(), Types.BOOLEAN)
        .param("offerZh", zh(changes.offer()), Types.VARCHAR)
        .param("offerEn", en(changes.offer()), Types.VARCHAR)
        .update();
    Map<String, Object> told = json.convertValue(changes, new TypeReference<>() {});
    told.values().removeIf(Objects::isNull);
    audit.record("layer.change", "layer:" + layer, told);
  }

  private static String zh(LocalText text) {
    return text == null ? null : text.zh();
  }

  private static String en(LocalText text) {
    return text == null ? null : text.en();
  }

  /** False if there was no such layer. The table of an imported one is dropped with it. */
  public boolean delete(String layer) {
    Optional<Existing> existing = findExisting(layer);
    if (existing.isEmpty()) {
      return false;
    }
    jdbc.sql("DELETE FROM tuguan.layer WHERE name = :layer").param("layer", layer).update();
    if (existing.get().owned() && existing.get().table().isPresent()) {
      drop(existing.get().schema().orElseThrow(), existing.get().table().get());
    }
    jdbc.sql(
            "DELETE FROM tuguan.raster_file f WHERE NOT EXISTS "
                + "(SELECT 1 FROM tuguan.layer l WHERE l.raster_sha256 = f.sha256)")
        .update();
    audit.record("layer.delete", "layer:" + layer, Map.of());
    return true;
  }

  private void drop(String schema, String table) {
    try {
      jdbc.sql("DROP TABLE IF EXISTS %s.%s".formatted(quoted(schema), quoted(table))).update();
    } catch (DataAccessException e) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          "the table %s.%s is used by something else in the database".formatted(schema, table),
          e);
    }
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
