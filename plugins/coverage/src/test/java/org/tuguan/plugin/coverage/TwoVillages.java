package org.tuguan.plugin.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.context.ApplicationContext;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/**
 * The server that tests share: a village of 1,000 people west of one of 3,000, and four stations.
 * Tests leave these as they are.
 */
final class TwoVillages implements ParameterResolver {
  static final double X = 217_000;
  static final double Y = 2_671_000;
  private static final LocalDate CENSUS = LocalDate.of(2021, 3, 31);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == CoverageServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(TwoVillages.class))
        .computeIfAbsent(CoverageServer.class, key -> start(), CoverageServer.class);
  }

  private static CoverageServer start() {
    CoverageServer server = CoverageServer.start();
    fill(server.context());
    return server;
  }

  /** West village: 1,000 people, three points; east village: 3,000 people, none built. */
  private static void fill(ApplicationContext context) {
    context
        .getBean(PostGisCensuses.class)
        .save(
            new Census(
                CENSUS,
                UnitKind.VILLAGE,
                false,
                List.of(unit("W", "西里", "1", 1_000, X), unit("E", "東里", "2", 3_000, X + 1_000))),
            "test");
    context
        .getBean(PostGisInventory.class)
        .save(
            List.of(
                point("a", X + 300, Lifetime.ALWAYS),
                point("a-again", X + 300, Lifetime.ALWAYS),
                point("late", X + 700, from(LocalDate.of(2020, 1, 1), true)),
                point("planned", X + 1_500, from(LocalDate.of(2020, 1, 1), false))),
            false,
            true,
            "test");
  }

  private static Unit unit(String code, String name, String district, int people, double west) {
    return new Unit(
        code,
        new Unit.Village(code, name, district, district + "區"),
        people,
        new Zone(new GeometryFactory().toGeometry(new Envelope(west, west + 1_000, Y, Y + 1_000))));
  }

  private static AccessPoint point(String id, double x, Lifetime lifetime) {
    Radio radio = Radio.of(Technology.WIFI).withRadius(100);
    return new AccessPoint(id, "", x, Y + 500, "市府", radio, lifetime);
  }

  private static Lifetime from(LocalDate day, boolean built) {
    return new Lifetime(Optional.of(day), Optional.empty(), built);
  }

  /** The degrees of a place that is so far east of the west edge. */
  static String place(double east) {
    double[] degrees = LonLat.degrees(X + east, Y + 500);
    return "\"lon\": %.7f, \"lat\": %.7f".formatted(degrees[0], degrees[1]);
  }
}
