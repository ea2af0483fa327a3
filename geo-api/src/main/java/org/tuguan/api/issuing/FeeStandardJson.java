package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.StandardChange;

/** One fee standard with its versions, oldest first. */
record FeeStandardJson(
    String id,
    LocalText name,
    String authority,
    List<String> aliases,
    boolean demonstration,
    List<Version> versions) {
  /**
   * @param date under which it is asked for: the first day in force, or undated
   * @param from null if it is not known
   * @param to null if no last day is known
   * @param inForce today
   * @param published true if it was published here, false if it comes with the program
   * @param reviewDue when the law wants it reviewed; null if that cannot be told
   */
  record Version(
      String date,
      String version,
      LocalDate from,
      LocalDate to,
      boolean inForce,
      boolean published,
      LocalDate reviewDue,
      List<Item> products,
      List<LocalText> uncertain) {}

  /**
   * @param row where it stands in the price table
   */
  record Item(String code, LocalText title, String unit, String row) {}

  /**
   * @param before null if it was added
   * @param after null if it was taken away
   */
  record Change(StandardChange.Part part, String path, String before, String after) {
    static Change of(StandardChange change) {
      return new Change(
          change.part(), change.path(), change.before().orElse(null), change.after().orElse(null));
    }
  }

  static final String UNDATED = "undated";

  static String date(FeeStandard standard) {
    return standard.edition().from().map(LocalDate::toString).orElse(UNDATED);
  }

  static Version version(
      FeeStandard standard, boolean inForce, boolean published, Optional<LocalDate> review) {
    FeeStandard.Edition edition = standard.edition();
    return new Version(
        date(standard),
        edition.version(),
        edition.from().orElse(null),
        edition.to().orElse(null),
        inForce,
        published,
        review.orElse(null),
        standard.products().stream()
            .map(each -> new Item(each.code(), each.title(), each.unit(), each.row()))
            .toList(),
        standard.origin().uncertain());
  }
}
