package org.tuguan.api.grants;

import java.util.Locale;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Grantee;

/**
 * To whom a right is given.
 *
 * @param kind everyone, city, agency, partner, role or user
 * @param id null for everyone and city
 * @param name for people
 */
record GranteeJson(String kind, String id, LocalText name) {
  /** How the database calls it. */
  static String kind(Grantee grantee) {
    if (grantee instanceof Grantee.Everyone) {
      return "EVERYONE";
    }
    if (grantee instanceof Grantee.CityAgencies) {
      return "CITY";
    }
    if (grantee instanceof Grantee.OfAgency) {
      return "AGENCY";
    }
    if (grantee instanceof Grantee.OfPartner) {
      return "PARTNER";
    }
    return grantee instanceof Grantee.WithRole ? "ROLE" : "USER";
  }

  static String id(Grantee grantee) {
    if (grantee instanceof Grantee.OfAgency agency) {
      return agency.agency();
    }
    if (grantee instanceof Grantee.OfPartner partner) {
      return Long.toString(partner.partner());
    }
    if (grantee instanceof Grantee.WithRole role) {
      return role.role().name();
    }
    return grantee instanceof Grantee.OfUser user ? user.user() : null;
  }

  static GranteeJson of(Grantee grantee, Grantees grantees) {
    return new GranteeJson(
        kind(grantee).toLowerCase(Locale.ROOT), id(grantee), grantees.name(grantee));
  }
}
