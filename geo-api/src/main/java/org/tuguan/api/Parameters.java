package org.tuguan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * The parameters of one request to an OGC web service; names in any case (WMS 1.3.0, 6.8.1). An
 * empty value counts as none. What nobody asks for is ignored.
 */
public final class Parameters {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  public Parameters(Map<String, String[]> decoded) {
    decoded.forEach(
        (name, list) ->
            values
                .computeIfAbsent(name.strip().toUpperCase(Locale.ROOT), any -> new ArrayList<>())
                .addAll(Arrays.asList(list)));
  }

  /**
   * @throws RequestException for a query that nothing can be read from: a broken percent code, text
   *     that is not UTF-8
   */
  public static Parameters of(HttpServletRequest request) {
    try {
      return new Parameters(request.getParameterMap());
    } catch (InvalidParameterException e) {
      throw unreadable(e);
    }
  }

  static RequestException unreadable(InvalidParameterException cause) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "",
        "the query cannot be read: parameters are UTF-8, percent-encoded",
        cause);
  }

  /** The value without spaces around it; a fault if it is there twice with different values. */
  public Optional<String> find(String name) {
    List<String> given =
        values.getOrDefault(name.toUpperCase(Locale.ROOT), List.of()).stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (given.size() > 1) {
      throw RequestException.invalid(
          name, String.join(" | ", given), "given more than once, and not the same");
    }
    return given.stream().findFirst();
  }

  /** True if it is there at all, with or without a value. */
  public boolean has(String name) {
    return values.containsKey(name.toUpperCase(Locale.ROOT));
  }

  public String get(String name) {
    return find(name).orElseThrow(() -> RequestException.missing(name));
  }

  /** Between commas, each stripped, empty ones kept; no value at all is an empty list. */
  public List<String> list(String name) {
    return find(name)
        .map(value -> Arrays.stream(value.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** A whole number in this range, or a fault that says the range. */
  public int whole(String name, int least, int most) {
    String text = get(name);
    String allowed = "a whole number from %d to %d is allowed".formatted(least, most);
    if (!WHOLE.matcher(text).matches()) {
      throw RequestException.invalid(name, text, allowed);
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      throw RequestException.invalid(name, text, allowed);
    }
    return (int) number;
  }
}
