package org.tuguan.api.processes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;
import org.tuguan.core.analysis.ProcessCall;

/**
 * One run.
 *
 * @param values of the inputs, checked
 * @param listener told how far it is; throws when nobody wants it any more
 */
record RunningCall(Caller caller, Map<String, Object> values, Listener listener)
    implements ProcessCall {
  /** Who wants to know how far a run is. */
  interface Listener {
    void progress(double part, LocalText step);
  }

  private <T> Optional<T> find(String input, Class<T> type) {
    Object value = values.get(input);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the input %s is no %s".formatted(input, type.getSimpleName()));
    }
    return Optional.ofNullable(type.cast(value));
  }

  @Override
  public Optional<String> text(String input) {
    return find(input, String.class);
  }

  @Override
  public Optional<BigDecimal> number(String input) {
    return find(input, BigDecimal.class);
  }

  @Override
  public Optional<Boolean> flag(String input) {
    return find(input, Boolean.class);
  }

  @Override
  public Optional<LocalDate> date(String input) {
    return find(input, LocalDate.class);
  }

  @Override
  public Optional<Geometry> geometry(String input) {
    return find(input, Geometry.class);
  }

  @Override
  public void progress(double part, LocalText step) {
    listener.progress(part, step);
  }
}
