package org.tuguan.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When, from where and how often a key may be used; checked whenever it is presented.
 *
 * @param from first day, in Asia/Taipei
 * @param until last day, in Asia/Taipei
 * @param addresses where requests may come from; empty for anywhere
 * @param perMinute most requests in a minute, on each node
 * @param perMonth most requests in a calendar month in Asia/Taipei, on all nodes together
 */
public record KeyTerms(
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<AddressRange> addresses,
    int perMinute,
    OptionalLong perMonth) {
  public KeyTerms {
    addresses = List.copyOf(addresses);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new IllegalArgumentException("it ends before it begins");
    }
    if (perMinute < 1 || perMonth.orElse(1) < 1) {
      throw new IllegalArgumentException("a quota is above zero");
    }
  }

  public boolean holdsOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  public boolean allowsFrom(String address) {
    return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
  }
}
