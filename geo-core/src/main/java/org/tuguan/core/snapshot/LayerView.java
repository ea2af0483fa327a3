package org.tuguan.core.snapshot;

import java.util.BitSet;
import java.util.List;

/**
 * The rows of a layer at one moment, for drawing: what is not hidden of all parts, each row once.
 * Safe for any thread, as long as nobody writes to the bit sets.
 *
 * @param parts the layer as it was read, then what has changed since; the order of rows means
 *     nothing
 * @param version grows with every change of the layer; milliseconds since 1970 or a little more
 */
public record LayerView(List<Part> parts, long version) {
  public LayerView {
    parts = List.copyOf(parts);
  }

  /** All rows of a snapshot, for whoever compares. */
  public static LayerView of(RenderSnapshot rows) {
    return new LayerView(List.of(new Part(rows, new BitSet())), 0);
  }

  /**
   * Some of the rows.
   *
   * @param hidden numbers of the rows that are gone or stand changed in a later part; only to be
   *     read
   */
  public record Part(RenderSnapshot snapshot, BitSet hidden) {
    /** How many rows are not hidden. */
    public int live() {
      return snapshot.size() - hidden.cardinality();
    }
  }

  /** Rows that are not hidden. */
  public int size() {
    return parts.stream().mapToInt(Part::live).sum();
  }

  /** True if all rows can be given away as they lie in the database. */
  public boolean exact() {
    return parts.stream().allMatch(part -> part.snapshot().exact());
  }

  /** Memory that it takes, nearly. */
  public long bytes() {
    return parts.stream()
        .mapToLong(part -> part.snapshot().bytes() + part.hidden().size() / 8)
        .sum();
  }
}
