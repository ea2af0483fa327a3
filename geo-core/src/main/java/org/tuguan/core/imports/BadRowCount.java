package org.tuguan.core.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts bad rows and keeps the first of them. */
final class BadRowCount {
  private final List<BadRow> first = new ArrayList<>();
  private long total;

  void add(BadRow row) {
    total++;
    if (first.size() < BadRows.NAMED) {
      first.add(row);
    }
  }

  void addAll(BadRowCount other) {
    total += other.total;
    first.addAll(other.first);
  }

  long total() {
    return total;
  }

  BadRows rows() {
    return new BadRows(
        total,
        first.stream()
            .sorted(Comparator.comparingLong(BadRow::number))
            .limit(BadRows.NAMED)
            .toList());
  }
}
