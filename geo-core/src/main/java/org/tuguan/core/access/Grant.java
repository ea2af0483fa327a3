package org.tuguan.core.access;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A right given.
 *
 * @param layer its name
 * @param rights never empty; whoever may query or download may view as well
 * @param from first day, in Asia/Taipei
 * @param until last day, in Asia/Taipei
 * @param agreement id of the sharing agreement that gives it and takes it away again
 */
public record Grant(
    long id,
    String layer,
    Grantee grantee,
    Set<Right> rights,
    Ground ground,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<Long> agreement) {
  public Grant {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(grantee);
    rights = Set.copyOf(rights);
    Objects.requireNonNull(ground);
    Objects.requireNonNull(agreement);
    if (!rights.contains(Right.VIEW)) {
      throw new IllegalArgumentException("a grant gives VIEW at least");
    }
    if (rights.contains(Right.MANAGE)
        && (!ground.equals(Ground.EVERYWHERE) || !grantee.mayManage())) {
      throw new IllegalArgumentException(
          "MANAGE is given for the whole layer, to an agency, a role or an account");
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new IllegalArgumentException("it ends before it begins");
    }
  }

  public boolean holdsOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
