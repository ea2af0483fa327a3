package org.tuguan.api.publishing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tuguan.core.RequestException;

/** Reads options by name, the same ones from a command line, a form and a JSON object. */
public final class PublishOptions {
  /** What may be said of any layer. */
  public static final Set<String> WORDS =
      Set.of(
          "title",
          "title_en",
          "theme",
          "agency",
          "attribution",
          "licence",
          "date",
          "synthetic",
          "access");

  private static final Set<String> TABLE = Set.of("table", "geometry", "key", "name");
  private static final int LONGEST = 10_000;

  private PublishOptions() {}

  static PublishRequest parse(Map<String, String> given) {
    refuseUnknown(given, TABLE);
    return new PublishRequest(
        text(given, "table").orElseThrow(() -> RequestException.missing("table")),
        text(given, "geometry"),
        text(given, "key"),
        text(given, "name"),
        words(given));
  }

  /**
   * @param others options that are allowed besides {@link #WORDS}
   */
  public static void refuseUnknown(Map<String, String> given, Set<String> others) {
    given.forEach(
        (name, value) -> {
          if (!WORDS.contains(name) && !others.contains(name)) {
            Set<String> known = new TreeSet<>(WORDS);
            known.addAll(others);
            throw RequestException.invalid(
                name,
                String.valueOf(value),
                "no such option; there are " + String.join(", ", known));
          }
        });
  }

  public static LayerWords words(Map<String, String> given) {
    return new LayerWords(
        text(given, "title"),
        text(given, "title_en"),
        text(given, "theme"),
        text(given, "agency"),
        text(given, "attribution"),
        text(given, "licence"),
        text(given, "date").map(PublishOptions::day),
        flag(given, "synthetic"),
        text(given, "access").map(LayerAccess::parse));
  }

  /** Blank counts as not given. */
  public static Optional<String> text(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value != null && value.length() > LONGEST) {
      throw RequestException.invalid(name, value, "at most %d characters".formatted(LONGEST));
    }
    return Optional.ofNullable(value).map(String::strip).filter(each -> !each.isEmpty());
  }

  public static Optional<Boolean> flag(Map<String, String> given, String name) {
    return text(given, name)
        .map(
            value ->
                switch (value) {
                  case "true", "yes", "1", "on" -> true;
                  case "false", "no", "0", "off" -> false;
                  default -> throw RequestException.invalid(name, value, "true or false");
                });
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw RequestException.invalid("date", text, "a day is written 2026-01-31");
    }
  }
}
