package org.tuguan.api.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;

/** Reads grants. One that cannot be read gives nothing and is logged. */
@Repository
class JdbcGrants {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcGrants.class);

  private final JdbcClient jdbc;

  JdbcGrants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, in the order in which they were given. */
  List<Grant> list() {
    return jdbc
        .sql("SELECT *, ST_AsBinary(area) AS wkb FROM tuguan.layer_grant ORDER BY id")
        .query((row, i) -> find(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Grant> find(ResultSet row) throws SQLException {
    try {
      return Optional.of(
          new Grant(
              row.getLong("id"),
              row.getString("layer"),
              grantee(row.getString("grantee_kind"), row.getString("grantee")),
              rights((String[]) row.getArray("rights").getArray()),
              ground(row.getBytes("wkb")),
              Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
              Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
              Optional.ofNullable(row.getObject("agreement", Long.class))));
    } catch (IllegalArgumentException e) {
      LOG.error("grant {} gives nothing: {}", row.getLong("id"), e.getMessage());
      return Optional.empty();
    }
  }

  private static Grantee grantee(String kind, String name) {
    return switch (kind) {
      case "EVERYONE" -> new Grantee.Everyone();
      case "CITY" -> new Grantee.CityAgencies();
      case "AGENCY" -> new Grantee.OfAgency(name);
      case "PARTNER" -> new Grantee.OfPartner(Long.parseLong(name));
      case "ROLE" -> new Grantee.WithRole(Role.valueOf(name));
      case "USER" -> new Grantee.OfUser(name);
      default -> throw new IllegalArgumentException("grantee " + kind);
    };
  }

  private static Set<Right> rights(String[] names) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    Arrays.stream(names).map(Right::valueOf).forEach(rights::add);
    return rights;
  }

  private static Ground ground(byte[] wkb) {
    try {
      return wkb == null ? Ground.EVERYWHERE : new Ground.Within(new WKBReader().read(wkb));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
