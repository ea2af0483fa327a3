package org.tuguan.core.access;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All rights of one moment. Immutable.
 *
 * <p>An administrator may do everything with every layer, a data owner everything with the layers
 * of their own agency; to all others applies what has been granted, and what has not been granted
 * is denied.
 */
public final class AccessRules {
  /** Nothing is granted. */
  public static final AccessRules NONE = new AccessRules(List.of());

  private final Map<String, List<Grant>> grants;

  public AccessRules(List<Grant> grants) {
    this.grants = grants.stream().collect(groupingBy(Grant::layer));
  }

  public List<Grant> listGrants(String layer) {
    return grants.getOrDefault(layer, List.of());
  }

  /**
   * @param agency id of the agency responsible for the layer
   * @param day in Asia/Taipei
   */
  public Access access(Caller caller, String layer, String agency, LocalDate day) {
    Access own = offices(caller, agency) ? Access.FULL : granted(caller, layer, day);
    return caller.key().map(scope -> own.within(scope, layer)).orElse(own);
  }

  private static boolean offices(Caller caller, String agency) {
    return caller.roles().contains(Role.ADMIN)
        || (caller.roles().contains(Role.OWNER)
            && caller.agency().filter(agency::equals).isPresent());
  }

  private Access granted(Caller caller, String layer, LocalDate day) {
    return listGrants(layer).stream()
        .filter(grant -> grant.holdsOn(day) && grant.grantee().includes(caller))
        .map(AccessRules::access)
        .reduce(Access.NONE, Access::or);
  }

  private static Access access(Grant grant) {
    Map<Right, Ground> grounds = new EnumMap<>(Right.class);
    grant.rights().forEach(right -> grounds.put(right, grant.ground()));
    return new Access(grounds);
  }
}
