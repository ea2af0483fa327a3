package org.tuguan.core.imports;

import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * The records that cannot be loaded.
 *
 * @param total how many there are
 * @param first the first hundred of them, in the order of the file
 */
public record BadRows(long total, List<BadRow> first) {
  /** So many are named; the others are counted. */
  public static final int NAMED = 100;

  public BadRows {
    first = List.copyOf(Objects.requireNonNull(first));
  }

  /** For people: how many, and the first of them with its reason. */
  public LocalText summary() {
    if (first.isEmpty()) {
      return LocalText.same("0");
    }
    BadRow row = first.get(0);
    String zhPlace =
        row.line() > 0 ? "第 %d 行".formatted(row.line()) : "第 %d 筆".formatted(row.number());
    String enPlace = row.line() > 0 ? "line " + row.line() : "record " + row.number();
    return new LocalText(
        "%d 筆資料有誤，首筆在%s：%s".formatted(total, zhPlace, row.reason().zh()),
        "%d bad rows, the first at %s: %s".formatted(total, enPlace, row.reason().en()));
  }
}
