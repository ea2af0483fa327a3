package org.tuguan.api.keys;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tuguan.api.limits.AccessProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;
import tools.jackson.databind.JsonNode;

/**
 * A key as somebody asks for it; what is null is left to the server.
 *
 * @param holder {@code user} (the one who asks), {@code agency} or {@code partner} (theirs)
 * @param layers names; none for all
 * @param rights of VIEW, QUERY, DOWNLOAD; VIEW is always among them. None for all three
 * @param area a GeoJSON Polygon or MultiPolygon in CRS:84
 * @param from first day, in Asia/Taipei
 * @param until last day, in Asia/Taipei
 * @param addresses CIDR
 */
record KeyDraft(
    String name,
    String holder,
    List<String> layers,
    List<String> rights,
    JsonNode area,
    String areaName,
    LocalDate from,
    LocalDate until,
    List<String> addresses,
    Integer perMinute,
    Long perMonth) {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_ENTRIES = 200;
  private static final int LONGEST_AREA = 1_000_000;
  private static final Set<Right> ALLOWED = Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD);

  KeyDraft {
    layers = entries("layers", layers);
    rights = entries("rights", rights);
    addresses = entries("addresses", addresses);
  }

  private static List<String> entries(String name, List<String> given) {
    List<String> entries = Objects.requireNonNullElse(given, List.of());
    if (entries.size() > MOST_ENTRIES || entries.stream().anyMatch(Objects::isNull)) {
      throw RequestException.invalid(
          name,
          Integer.toString(entries.size()),
          "at most " + MOST_ENTRIES + ", none of them null");
    }
    return List.copyOf(entries);
  }

  /** The key that is asked for, checked; layers are not looked for. */
  NewKey check(KeyHolder whose, AccessProperties limits) {
    return new NewKey(
        checkedName(),
        whose,
        List.copyOf(new TreeSet<>(layers)),
        checkedRights(),
        checkedArea(),
        Optional.ofNullable(areaName).map(KeyDraft::shortened),
        terms(limits));
  }

  private String checkedName() {
    String stripped = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
    if (stripped.isEmpty()) {
      throw RequestException.missing("name");
    }
    if (stripped.length() > LONGEST_NAME) {
      throw RequestException.invalid("name", stripped, "at most " + LONGEST_NAME + " characters");
    }
    return stripped;
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }

  private Set<Right> checkedRights() {
    if (rights.isEmpty()) {
      return ALLOWED;
    }
    Set<Right> wanted = rights.stream().map(KeyDraft::right).collect(Collectors.toSet());
    wanted.add(Right.VIEW);
    return wanted;
  }

  private static Right right(String text) {
    return ALLOWED.stream()
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> RequestException.invalid("rights", text, "allowed are VIEW, QUERY and DOWNLOAD"));
  }

  private Optional<String> checkedArea() {
    if (area == null || area.isNull()) {
      return Optional.empty();
    }
    String type = area.path("type").asString("");
    String text = area.toString();
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      throw RequestException.invalid("area", type, "a GeoJSON Polygon or MultiPolygon");
    }
    if (text.length() > LONGEST_AREA) {
      throw RequestException.invalid("area", type, "at most " + LONGEST_AREA + " characters");
    }
    return Optional.of(text);
  }

  private KeyTerms terms(AccessProperties limits) {
    if (from != null && until != null && until.isBefore(from)) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "until",
          new LocalText("截止日早於起始日", "the last day is before the first"));
    }
    int minute = Objects.requireNonNullElse(perMinute, limits.keyPerMinute());
    if (minute < 1 || minute > limits.keyPerMinuteMost()) {
      throw RequestException.invalid(
          "per_minute",
          Integer.toString(minute),
          "1 to %d (tuguan.access.key-per-minute-most)".formatted(limits.keyPerMinuteMost()));
    }
    if (perMonth != null && perMonth < 1) {
      throw RequestException.invalid("per_month", perMonth.toString(), "1 or more, or none");
    }
    return new KeyTerms(
        Optional.ofNullable(from),
        Optional.ofNullable(until),
        addresses.stream().map(KeyDraft::range).toList(),
        minute,
        perMonth == null ? OptionalLong.empty() : OptionalLong.of(perMonth));
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "addresses", text, "such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32"));
  }
}
