package org.tuguan.plugin.coverage.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.plugin.PluginLayer.Opening;

/**
 * How open a layer may be that is made from another. An opening gives everything, everywhere and
 * for good, so that nothing less than all of that counts.
 */
final class Openings {
  private static final Set<Right> GIVEN = Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD);

  private Openings() {}

  /**
   * The widest that passes on no more than the grants of the other layer give.
   *
   * @param day in Asia/Taipei
   */
  static Opening of(List<Grant> grants, LocalDate day) {
    List<Grantee> grantees =
        grants.stream()
            .filter(
                grant ->
                    grant.rights().containsAll(GIVEN)
                        && grant.ground().equals(Ground.EVERYWHERE)
                        && grant.holdsOn(day)
                        && grant.until().isEmpty())
            .map(Grant::grantee)
            .toList();
    if (grantees.stream().anyMatch(Grantee.Everyone.class::isInstance)) {
      return Opening.PUBLIC;
    }
    return grantees.stream().anyMatch(Grantee.CityAgencies.class::isInstance)
        ? Opening.CITY
        : Opening.RESTRICTED;
  }

  /** Whichever opens less. */
  static Opening narrower(Opening one, Opening other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
