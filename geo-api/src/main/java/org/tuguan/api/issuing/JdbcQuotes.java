package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Outcome;

/** The quotes in the database. */
@Repository
class JdbcQuotes {
  private static final String LAYERS =
      """
      SELECT layer, agency, title_zh, title_en, ST_AsBinary(area) AS area, sheets, features, km2, bytes, hash, updated
      FROM tuguan.quote_layer WHERE quote = :id ORDER BY position
      """;
  private static final String DELIVERED =
      """
      SELECT ST_AsBinary(known.area) AS area, known.sheets
      FROM tuguan.quote_layer known JOIN tuguan.application a ON a.quote = known.quote
      WHERE known.layer = :layer AND a.state IN ('DELIVERED', 'CLOSED')
        AND (a.account = :account OR a.partner = :partner OR a.agency = :agency)
      """;

  private final JdbcClient jdbc;

  JdbcQuotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row with its id. */
  record Row(long id, KeptQuote quote) {}

  /**
   * Ground that was delivered before.
   *
   * @param area empty for the whole layer
   */
  record Delivered(Optional<Geometry> area, List<String> sheets) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(KeptQuote quote) {
    long id =
        jdbc.sql(
                """
                INSERT INTO tuguan.quote (number, created, valid_until, account, partner, trial, applicant_class,
                  purpose, asked, request, answer, standard, standard_version, status, total_twd, formats, crs)
                VALUES (:number, :created, :until, :account, :partner, :trial, :kind, :purpose, :asked, :request,
                  :answer, :standard, :version, :status, :total, :formats, :crs) RETURNING id
                """)
            .param("number", quote.number())
            .param("created", Rows.at(quote.created()))
            .param("until", quote.validUntil())
            .param("account", quote.asker().account().orElse(null))
            .param("partner", quote.asker().partner().orElse(null))
            .param("trial", quote.asker().trial())
            .param("kind", PlainText.storable(quote.asker().kind()))
            .param("purpose", PlainText.storable(quote.purpose()))
            .param("asked", quote.asked())
            .param("request", quote.request())
            .param("answer", quote.answer())
            .param("standard", quote.priced().standard().orElse(null))
            .param("version", quote.priced().version().orElse(null))
            .param("status", quote.priced().status().name())
            .param("total", quote.priced().total().orElse(null))
            .param("formats", quote.wanted().formats().toArray(new String[0]))
            .param("crs", quote.wanted().crs())
            .query(Long.class)
            .single();
    List<QuotedLayer> layers = quote.wanted().layers();
    for (int i = 0; i < layers.size(); i++) {
      insert(id, i, layers.get(i));
    }
    return id;
  }

  private void insert(long quote, int position, QuotedLayer layer) {
    jdbc.sql(
            """
            INSERT INTO tuguan.quote_layer (quote, position, layer, agency, title_zh, title_en, area, sheets, features,
              km2, bytes, hash, updated)
            VALUES (:quote, :position, :layer, :agency, :zh, :en, ST_Multi(ST_GeomFromWKB(:area, 4326)), :sheets,
              :features, :km2, :bytes, :hash, :updated)
            """)
        .param("quote", quote)
        .param("position", position)
        .param("layer", layer.layer())
        .param("agency", layer.agency())
        .param("zh", layer.title().zh())
        .param("en", layer.title().en())
        .param("area", layer.area().map(each -> new WKBWriter().write(each)).orElse(null))
        .param("sheets", layer.sheets().toArray(new String[0]))
        .param("features", layer.features())
        .param("km2", layer.km2())
        .param("bytes", layer.bytes())
        .param("hash", layer.hash())
        .param("updated", Rows.at(layer.updated()))
        .update();
  }

  Optional<Row> findByNumber(String number) {
    return jdbc.sql("SELECT * FROM tuguan.quote WHERE number = :number")
        .param("number", number)
        .query((row, i) -> row(row))
        .optional();
  }

  Optional<Row> find(long id) {
    return jdbc.sql("SELECT * FROM tuguan.quote WHERE id = :id")
        .param("id", id)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Holds up others who apply with the same quote, until the transaction of this thread ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(long id) {
    jdbc.sql("SELECT id FROM tuguan.quote WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  /** An application goes on with the later one; nobody applies with the earlier again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(long earlier, long later) {
    jdbc.sql("UPDATE tuguan.quote SET replaced_by = :later WHERE id = :earlier")
        .param("later", later)
        .param("earlier", earlier)
        .update();
  }

  /** Some with a greater id, in the order of their ids. */
  List<Row> listAfter(long id, int limit) {
    return jdbc.sql("SELECT * FROM tuguan.quote WHERE id > :id ORDER BY id LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query((row, i) -> row(row))
        .list();
  }

  /** What this asker's organisation or agency, or this account, was delivered of a layer. */
  List<Delivered> listDelivered(String layer, Asker asker) {
    return jdbc.sql(DELIVERED)
        .param("layer", layer)
        .param("account", asker.account().orElse(""))
        .param("partner", asker.partner().orElse(-1L))
        .param("agency", asker.agency().orElse(""))
        .query((row, i) -> new Delivered(Rows.findGeometry(row, "area"), Rows.texts(row, "sheets")))
        .list();
  }

  /** Trials that nobody needs any more. */
  int deleteTrials(Instant before) {
    return jdbc.sql("DELETE FROM tuguan.quote WHERE trial AND created < :before")
        .param("before", Rows.at(before))
        .update();
  }

  private Row row(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    Asker asker =
        new Asker(
            row.getString("applicant_class"),
            "",
            Optional.ofNullable(row.getString("account")),
            Optional.ofNullable(row.getObject("partner", Long.class)),
            Optional.empty(),
            row.getBoolean("trial"));
    KeptQuote.Priced priced =
        new KeptQuote.Priced(
            Optional.ofNullable(row.getString("standard")),
            Optional.ofNullable(row.getString("standard_version")),
            Outcome.valueOf(row.getString("status")),
            Optional.ofNullable(row.getObject("total_twd", BigDecimal.class)));
    return new Row(
        id,
        new KeptQuote(
            row.getString("number"),
            Rows.instant(row, "created"),
            row.getObject("valid_until", LocalDate.class),
            asker,
            row.getString("purpose"),
            row.getString("asked"),
            row.getString("request"),
            row.getString("answer"),
            priced,
            new KeptQuote.Wanted(
                Rows.texts(row, "formats"), row.getString("crs"), listLayers(id))));
  }

  List<QuotedLayer> listLayers(long quote) {
    return jdbc.sql(LAYERS).param("id", quote).query((row, i) -> layer(row)).list();
  }

  private static QuotedLayer layer(ResultSet row) throws SQLException {
    return new QuotedLayer(
        row.getString("layer"),
        row.getString("agency"),
        new LocalText(row.getString("title_zh"), row.getString("title_en")),
        Rows.findGeometry(row, "area"),
        Rows.texts(row, "sheets"),
        row.getLong("features"),
        row.getBigDecimal("km2"),
        row.getLong("bytes"),
        row.getString("hash"),
        Rows.instant(row, "updated"));
  }
}
