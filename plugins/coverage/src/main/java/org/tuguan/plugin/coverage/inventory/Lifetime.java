package org.tuguan.plugin.coverage.inventory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a station serves, in days of Asia/Taipei.
 *
 * @param from first day; empty if it has always been there
 * @param until first day on which it serves no more; empty if none is known
 * @param built false while it is only planned
 */
public record Lifetime(Optional<LocalDate> from, Optional<LocalDate> until, boolean built) {
  /** Built, from ever, for good. */
  public static final Lifetime ALWAYS = new Lifetime(Optional.empty(), Optional.empty(), true);

  public Lifetime {
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      throw new IllegalArgumentException(
          "until " + until.get() + " is not after from " + from.get());
    }
  }

  public boolean on(LocalDate day) {
    return from.map(first -> !first.isAfter(day)).orElse(true)
        && until.map(end -> end.isAfter(day)).orElse(true);
  }
}
