package org.tuguan.api.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * An agency with all that is known of its history. Days are in Asia/Taipei; last days belong to the
 * time they end.
 *
 * @param position in lists, the smallest first
 * @param firstLevel counted in the circulation rate
 * @param parent id of the agency that it is under, for those below the first level
 * @param existsFrom first day; empty if it was not found in a source
 * @param seenFrom the first day on which a source shows it, where {@code existsFrom} is empty
 * @param existsUntil last day; empty while it exists
 * @param notes what is not certain
 */
public record AgencyEntry(
    String id,
    int position,
    LocalText name,
    boolean firstLevel,
    Optional<String> parent,
    Optional<LocalDate> existsFrom,
    Optional<LocalDate> seenFrom,
    Optional<LocalDate> existsUntil,
    String notes,
    List<FormerName> formerNames) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

  /**
   * A name that it had.
   *
   * @param until last day; empty if it was not found
   */
  public record FormerName(LocalText name, Optional<LocalDate> from, Optional<LocalDate> until) {
    public FormerName {
      Objects.requireNonNull(name);
      from = Objects.requireNonNullElse(from, Optional.empty());
      until = Objects.requireNonNullElse(until, Optional.empty());
    }
  }

  public AgencyEntry {
    parent = Objects.requireNonNullElse(parent, Optional.empty());
    existsFrom = Objects.requireNonNullElse(existsFrom, Optional.empty());
    seenFrom = Objects.requireNonNullElse(seenFrom, Optional.empty());
    existsUntil = Objects.requireNonNullElse(existsUntil, Optional.empty());
    notes = Objects.requireNonNullElse(notes, "");
    formerNames = formerNames == null ? List.of() : List.copyOf(formerNames);
    if (id == null || !ID.matcher(id).matches()) {
      throw refused("id", "編號用小寫字母、數字與連字號", "an id has small letters, digits and hyphens");
    }
    if (name == null || name.zh().isBlank() || name.en().isBlank()) {
      throw refused("name", "請填中文與英文名稱", "a name in Chinese and in English is needed");
    }
    if (existsFrom.isPresent()
        && existsUntil.isPresent()
        && existsUntil.get().isBefore(existsFrom.get())) {
      throw refused("exists_until", "結束日早於成立日", "it ends before it begins");
    }
    if (firstLevel && parent.isPresent()) {
      throw refused("parent", "一級機關沒有上級機關", "a first-level agency has no parent");
    }
  }

  private static RequestException refused(String parameter, String zh, String en) {
    return new RequestException(Fault.INVALID_PARAMETER, parameter, new LocalText(zh, en));
  }

  /**
   * True if it is known to have existed on a day: where the day of founding is not known, from the
   * day on which a source shows it.
   */
  public boolean existsOn(LocalDate day) {
    Optional<LocalDate> first = existsFrom.or(() -> seenFrom);
    return first.map(from -> !day.isBefore(from)).orElse(true)
        && existsUntil.map(until -> !day.isAfter(until)).orElse(true);
  }

  /** What it was called on a day, as far as is known. */
  public LocalText nameOn(LocalDate day) {
    return formerNames.stream()
        .filter(former -> former.until().filter(until -> !day.isAfter(until)).isPresent())
        .filter(former -> former.from().map(from -> !day.isBefore(from)).orElse(true))
        .map(FormerName::name)
        .findFirst()
        .orElse(name);
  }
}
