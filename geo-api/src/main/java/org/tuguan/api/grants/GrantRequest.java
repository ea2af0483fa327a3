package org.tuguan.api.grants;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import tools.jackson.databind.JsonNode;

/**
 * A right as it is asked to be given; what is null is not limited.
 *
 * @param area GeoJSON, a polygon or several, in degrees, longitude first
 * @param from first day, in Asia/Taipei
 * @param until last day
 */
record GrantRequest(
    To grantee, List<String> rights, JsonNode area, LocalDate from, LocalDate until) {
  private static final List<String> KINDS =
      List.of("everyone", "city", "agency", "partner", "role", "user");

  /**
   * To whom.
   *
   * @param kind everyone, city, agency, partner, role or user
   * @param id of the agency, the partner or the account, or name of the role
   */
  record To(String kind, String id) {}

  /** As a grant that has no id yet. */
  Grant grant(String layer, Ground ground) {
    Grantee to = parse();
    Set<Right> given = parseRights();
    if (given.contains(Right.MANAGE) && (!ground.equals(Ground.EVERYWHERE) || !to.mayManage())) {
      throw RequestException.invalid(
          "rights",
          "MANAGE",
          "is given for the whole layer, to an agency, a role or a user; leave out area");
    }
    if (from != null && until != null && until.isBefore(from)) {
      throw RequestException.invalid("until", until.toString(), "is before from");
    }
    return new Grant(
        0,
        layer,
        to,
        given,
        ground,
        Optional.ofNullable(from),
        Optional.ofNullable(until),
        Optional.empty());
  }

  private Grantee parse() {
    if (grantee == null || grantee.kind() == null) {
      throw RequestException.missing("grantee");
    }
    return switch (grantee.kind().toLowerCase(Locale.ROOT)) {
      case "everyone" -> new Grantee.Everyone();
      case "city" -> new Grantee.CityAgencies();
      case "agency" -> new Grantee.OfAgency(id());
      case "partner" -> new Grantee.OfPartner(number(id()));
      case "role" -> new Grantee.WithRole(choice("grantee", Role.values(), id()));
      case "user" -> new Grantee.OfUser(id());
      default ->
          throw RequestException.invalid(
              "grantee", grantee.kind(), "allowed are " + String.join(", ", KINDS));
    };
  }

  private String id() {
    if (grantee.id() == null || grantee.id().isBlank()) {
      throw RequestException.missing("grantee.id");
    }
    return grantee.id().strip();
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw RequestException.invalid("grantee.id", text, "the number of a partner");
    }
    return Long.parseLong(text);
  }

  /** Whoever may do anything may view. */
  private Set<Right> parseRights() {
    if (rights == null || rights.isEmpty()) {
      throw RequestException.missing("rights");
    }
    Set<Right> given = EnumSet.of(Right.VIEW);
    rights.forEach(name -> given.add(choice("rights", Right.values(), name)));
    return given;
  }

  private static <E extends Enum<E>> E choice(String parameter, E[] all, String name) {
    return Arrays.stream(all)
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    parameter,
                    String.valueOf(name),
                    "allowed are "
                        + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
  }
}
