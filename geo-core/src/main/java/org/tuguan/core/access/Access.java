package org.tuguan.core.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one caller may do with one layer at one moment, and where.
 *
 * @param grounds rights that are not in it are not given
 */
public record Access(Map<Right, Ground> grounds) {
  public static final Access FULL = everywhere(Set.of(Right.values()));
  public static final Access NONE = new Access(Map.of());

  public Access {
    Map<Right, Ground> given = new EnumMap<>(Right.class);
    grounds.forEach(
        (right, ground) -> {
          if (!ground.isNowhere()) {
            given.put(right, ground);
          }
        });
    grounds = Map.copyOf(given);
  }

  /** These rights without a limit of area. */
  public static Access everywhere(Set<Right> rights) {
    Map<Right, Ground> grounds = new EnumMap<>(Right.class);
    rights.forEach(right -> grounds.put(right, Ground.EVERYWHERE));
    return new Access(grounds);
  }

  public boolean allows(Right right) {
    return grounds.containsKey(right);
  }

  /** Where the right holds; empty if it is not given at all. */
  public Optional<Ground> ground(Right right) {
    return Optional.ofNullable(grounds.get(right));
  }

  public Set<Right> rights() {
    return grounds.keySet();
  }

  /** What either gives. */
  public Access or(Access other) {
    Map<Right, Ground> both = new EnumMap<>(Right.class);
    both.putAll(grounds);
    other.grounds.forEach((right, ground) -> both.merge(right, ground, Ground::or));
    return new Access(both);
  }

  /** What is left of it in the hands of a key. */
  public Access within(KeyScope scope, String layer) {
    if (!scope.opens(layer)) {
      return NONE;
    }
    Map<Right, Ground> left = new EnumMap<>(Right.class);
    grounds.forEach(
        (right, ground) -> {
          if (scope.rights().contains(right)) {
            left.put(right, ground.and(scope.ground()));
          }
        });
    return new Access(left);
  }
}
