package org.tuguan.core.feature.cql2;

import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** Faults of a filter, each with its place. */
final class Problem {
  private Problem() {}

  static RequestException at(String place, String message) {
    return new RequestException(
        Fault.INVALID_PARAMETER, "filter", "filter, " + place + ": " + message);
  }

  static RequestException expected(String place, String what, String found) {
    return at(place, "expected " + what + ", found " + found);
  }
}
