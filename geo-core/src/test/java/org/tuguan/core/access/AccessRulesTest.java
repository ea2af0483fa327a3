package org.tuguan.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class AccessRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Set<Right> VIEW_QUERY = Set.of(Right.VIEW, Right.QUERY);

  @Test
  void whatIsNotGrantedIsDenied() {
    assertThat(new AccessRules(List.of()).access(of("parks"), "roads", "works", TODAY).rights())
        .isEmpty();
  }

  @Test
  void grantHoldsForItsGranteeAndItsLayerOnly() {
    AccessRules rules = new AccessRules(List.of(grant(new Grantee.OfAgency("parks"))));
    assertThat(rules.access(of("parks"), "roads", "works", TODAY).rights()).isEqualTo(VIEW_QUERY);
    assertThat(rules.access(of("fire"), "roads", "works", TODAY).rights()).isEmpty();
    assertThat(rules.access(of("parks"), "sewers", "works", TODAY).rights()).isEmpty();
    assertThat(rules.access(Caller.ANONYMOUS, "roads", "works", TODAY).rights()).isEmpty();
  }

  @Test
  void grantHoldsFromItsFirstToItsLastDay() {
    Grant march = dated(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    AccessRules rules = new AccessRules(List.of(march));
    assertThat(allowed(rules, LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(allowed(rules, LocalDate.of(2026, 3, 1))).isTrue();
    assertThat(allowed(rules, LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(allowed(rules, LocalDate.of(2026, 4, 1))).isFalse();
  }

  @Test
  void ownerManagesTheLayersOfTheirAgencyOnly() {
    AccessRules rules = new AccessRules(List.of());
    Caller owner = caller("works", Role.OWNER);
    assertThat(rules.access(owner, "roads", "works", TODAY).allows(Right.MANAGE)).isTrue();
    assertThat(rules.access(owner, "parks", "parks", TODAY).rights()).isEmpty();
    assertThat(rules.access(of("works"), "roads", "works", TODAY).rights()).isEmpty();
  }

  @Test
  void administratorMayDoEverything() {
    assertThat(
            new AccessRules(List.of())
                .access(caller("it", Role.ADMIN), "roads", "works", TODAY)
                .rights())
        .containsExactlyInAnyOrder(Right.values());
  }

  @Test
  void keyOpensNoMoreThanItsHolderMayAndNoMoreThanItsScope() {
    AccessRules rules = new AccessRules(List.of(grant(new Grantee.OfAgency("parks"))));
    KeyScope scope =
        new KeyScope(7, Set.of("roads"), Set.of(Right.VIEW, Right.DOWNLOAD), Ground.EVERYWHERE);
    Caller key =
        new Caller(
            Optional.empty(),
            Optional.of("parks"),
            Optional.empty(),
            Set.of(Role.READER),
            Optional.of(scope));
    assertThat(rules.access(key, "roads", "works", TODAY).rights()).containsExactly(Right.VIEW);
    assertThat(rules.access(key, "sewers", "works", TODAY).rights()).isEmpty();
  }

  @Test
  void keyOfAnAdministratorManagesNothing() {
    KeyScope scope = new KeyScope(7, Set.of(), VIEW_QUERY, Ground.EVERYWHERE);
    Caller key =
        new Caller(
            Optional.of("admin"),
            Optional.empty(),
            Optional.empty(),
            Set.of(Role.ADMIN),
            Optional.of(scope));
    assertThat(new AccessRules(List.of()).access(key, "roads", "works", TODAY).rights())
        .isEqualTo(VIEW_QUERY);
    assertThat(key.has(Role.ADMIN)).isFalse();
  }

  @Test
  void areasOfTwoGrantsAddUpAndAKeyCutsThem() {
    AccessRules rules = new AccessRules(List.of(within(box(0, 2)), within(box(2, 4))));
    KeyScope scope = new KeyScope(7, Set.of(), VIEW_QUERY, new Ground.Within(box(1, 3)));
    Caller key =
        new Caller(
            Optional.empty(), Optional.of("parks"), Optional.empty(), Set.of(), Optional.of(scope));
    assertThat(area(rules.access(of("parks"), "roads", "works", TODAY))).isEqualTo(4);
    assertThat(area(rules.access(key, "roads", "works", TODAY))).isEqualTo(2);
  }

  @Test
  void keyThatMissesTheAreaOfTheGrantOpensNothing() {
    AccessRules rules = new AccessRules(List.of(within(box(0, 2))));
    KeyScope scope = new KeyScope(7, Set.of(), VIEW_QUERY, new Ground.Within(box(5, 6)));
    Caller key =
        new Caller(
            Optional.empty(), Optional.of("parks"), Optional.empty(), Set.of(), Optional.of(scope));
    assertThat(rules.access(key, "roads", "works", TODAY).rights()).isEmpty();
  }

  @Test
  void unlimitedGrantOutweighsALimitedOne() {
    AccessRules rules =
        new AccessRules(List.of(within(box(0, 2)), grant(new Grantee.CityAgencies())));
    assertThat(rules.access(of("parks"), "roads", "works", TODAY).ground(Right.VIEW))
        .contains(Ground.EVERYWHERE);
  }

  @Test
  void grantWithoutViewIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Grant(
                    1,
                    "roads",
                    new Grantee.Everyone(),
                    Set.of(Right.DOWNLOAD),
                    Ground.EVERYWHERE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static boolean allowed(AccessRules rules, LocalDate day) {
    return rules.access(Caller.ANONYMOUS, "roads", "works", day).allows(Right.VIEW);
  }

  private static double area(Access access) {
    return access.ground(Right.VIEW).orElseThrow() instanceof Ground.Within within
        ? within.area().getArea()
        : Double.POSITIVE_INFINITY;
  }

  private static Geometry box(double west, double east) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, 0, 1));
  }

  private static Caller of(String agency) {
    return caller(agency, Role.READER);
  }

  private static Caller caller(String agency, Role role) {
    return new Caller(
        Optional.of("somebody"),
        Optional.of(agency),
        Optional.empty(),
        Set.of(role),
        Optional.empty());
  }

  private static Grant grant(Grantee grantee) {
    return grant(grantee, Ground.EVERYWHERE, null, null);
  }

  private static Grant within(Geometry area) {
    return grant(new Grantee.OfAgency("parks"), new Ground.Within(area), null, null);
  }

  private static Grant dated(LocalDate from, LocalDate until) {
    return grant(new Grantee.Everyone(), Ground.EVERYWHERE, from, until);
  }

  private static Grant grant(Grantee grantee, Ground ground, LocalDate from, LocalDate until) {
    return new Grant(
        1,
        "roads",
        grantee,
        VIEW_QUERY,
        ground,
        Optional.ofNullable(from),
        Optional.ofNullable(until),
        Optional.empty());
  }
}
