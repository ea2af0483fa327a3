package org.tuguan.plugin.coverage.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Parameters as they were given, read one by one; what cannot be understood is a fault that names
 * the parameter. Empty values are as good as none.
 */
public record Asked(Map<String, String> values) {
  public Asked {
    values = Map.copyOf(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  public Optional<LocalDate> date(String name) {
    try {
      return text(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          name,
          values.get(name),
          new LocalText("應為日期，如 2026-11-23", "expected a day like 2026-11-23"));
    }
  }

  public OptionalDouble number(String name, double least, double most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= least && value <= most) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // said below, as for a number outside the range
    }
    throw new RequestException(
        Fault.INVALID_PARAMETER,
        name,
        new LocalText(
            "%s 須為 %s 到 %s 的數".formatted(name, plain(least), plain(most)),
            "%s=%s: a number from %s to %s"
                .formatted(name, RequestException.quote(text.get()), plain(least), plain(most))));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  public Optional<Integer> whole(String name, int least, int most) {
    OptionalDouble number = number(name, least, most);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.getAsDouble() != Math.rint(number.getAsDouble())) {
      throw RequestException.invalid(
          name, values.get(name), new LocalText("應為整數", "expected a whole number"));
    }
    return Optional.of((int) number.getAsDouble());
  }

  public boolean flag(String name) {
    return oneOf(name, List.of("true", "false")).map("true"::equals).orElse(false);
  }

  public Optional<String> oneOf(String name, List<String> allowed) {
    Optional<String> text = text(name);
    if (text.isPresent() && !allowed.contains(text.get())) {
      throw notAllowed(name, text.get(), allowed);
    }
    return text;
  }

  /** Separated by commas. */
  public List<String> list(String name) {
    return text(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  static RequestException notAllowed(String name, String value, List<String> allowed) {
    String list = String.join(", ", allowed);
    return new RequestException(
        Fault.INVALID_PARAMETER,
        name,
        new LocalText(
            "%s=%s：可用 %s".formatted(name, RequestException.quote(value), list),
            "%s=%s: allowed are %s".formatted(name, RequestException.quote(value), list)));
  }
}
