package org.tuguan.plugin.coverage.imports;

import org.tuguan.core.LocalText;

/**
 * What is wrong with one value of one row.
 *
 * @param of whether the row is one of the layer or of the table with numbers
 * @param row key of the feature in the layer; number of the line in the table, its head being 1
 * @param field our name of the value; empty if it is about the whole row
 * @param column attribute of the layer or column of the table; empty if it is about the whole row,
 *     or about a fixed value
 */
public record BadRow(Of of, String row, String field, String column, LocalText reason) {
  /** Where rows come from. */
  public enum Of {
    LAYER,
    TABLE
  }

  LocalText told() {
    String place =
        column.isEmpty() && field.isEmpty() ? "" : " " + (column.isEmpty() ? field : column);
    return of == Of.LAYER
        ? new LocalText(
            "圖徵 %s%s：%s".formatted(row, place, reason.zh()),
            "feature %s%s: %s".formatted(row, place, reason.en()))
        : new LocalText(
            "表格第 %s 列%s：%s".formatted(row, place, reason.zh()),
            "line %s of the table%s: %s".formatted(row, place, reason.en()));
  }
}
