package org.tuguan.api.grants;

import java.sql.Types;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Ground;

/** Writes grants; the transaction is the caller's. */
@Repository
class JdbcLayerGrants {
  private static final String INSERT =
      """
      INSERT INTO tuguan.layer_grant (layer, grantee_kind, grantee, rights, area, valid_from, valid_until, agreement)
      SELECT :layer, :kind, :grantee, :rights, ST_GeomFromWKB(:area, 4326), :from, :until, :agreement
      WHERE NOT EXISTS (
        SELECT FROM tuguan.layer_grant
        WHERE layer = :layer AND grantee_kind = :kind AND grantee IS NOT DISTINCT FROM :grantee
          AND rights = CAST(:rights AS text[]) AND area IS NOT DISTINCT FROM ST_GeomFromWKB(:area, 4326)
          AND valid_from IS NOT DISTINCT FROM :from AND valid_until IS NOT DISTINCT FROM :until
          AND agreement IS NOT DISTINCT FROM :agreement)
      """;

  private final JdbcClient jdbc;

  JdbcLayerGrants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if the same has been given already. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean insert(Grant grant) {
    byte[] area =
        grant.ground() instanceof Ground.Within within
            ? new WKBWriter().write(within.area())
            : null;
    return jdbc.sql(INSERT)
            .param("layer", grant.layer())
            .param("kind", GranteeJson.kind(grant.grantee()))
            .param("grantee", GranteeJson.id(grant.grantee()), Types.VARCHAR)
            .param(
                "rights",
                grant.rights().stream().sorted().map(Enum::name).toArray(String[]::new),
                Types.ARRAY)
            .param("area", area, Types.BINARY)
            .param("from", grant.from().orElse(null), Types.DATE)
            .param("until", grant.until().orElse(null), Types.DATE)
            .param("agreement", grant.agreement().orElse(null), Types.BIGINT)
            .update()
        == 1;
  }

  /** False if it is gone already. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean delete(String layer, long id) {
    return jdbc.sql("DELETE FROM tuguan.layer_grant WHERE layer = :layer AND id = :id")
            .param("layer", layer)
            .param("id", id)
            .update()
        == 1;
  }

  /** The number of grants that the agreement gave. */
  @Transactional(propagation = Propagation.MANDATORY)
  int deleteOf(long agreement) {
    return jdbc.sql("DELETE FROM tuguan.layer_grant WHERE agreement = :agreement")
        .param("agreement", agreement)
        .update();
  }

  /** The polygons of a GeoJSON geometry, put right where they cross themselves. */
  Ground ground(String geoJson) {
    try {
      byte[] wkb =
          jdbc.sql(
                  """
                  SELECT ST_AsBinary(ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Force2D(
                    ST_SetSRID(ST_GeomFromGeoJSON(:json), 4326))), 3)))
                  """)
              .param("json", geoJson)
              .query(byte[].class)
              .single();
      Ground ground = new Ground.Within(new WKBReader().read(wkb));
      if (ground.isNowhere()) {
        throw invalid(geoJson);
      }
      return ground;
    } catch (DataAccessException | ParseException e) {
      throw invalid(geoJson);
    }
  }

  private static RequestException invalid(String geoJson) {
    return RequestException.invalid(
        "area", geoJson, "a Polygon or MultiPolygon in GeoJSON, longitude first");
  }
}
