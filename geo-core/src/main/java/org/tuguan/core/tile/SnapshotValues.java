package org.tuguan.core.tile;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * The values of a snapshot as numbers of a tile. Each distinct value is looked up once, unless an
 * attribute has so many that a table of them would cost more than it saves. For one thread.
 */
final class SnapshotValues {
  private static final int LARGEST_TABLE = 65_536;

  /** Added to numbers in a table, so that 0 is "not looked up yet". */
  private static final int SHIFT = 2;

  private final RenderSnapshot snapshot;
  private final List<String> attributes;
  private final TileCollector collector;
  private final IntUnaryOperator[] codes;
  private final int[][] tables;

  SnapshotValues(RenderSnapshot snapshot, List<String> attributes, TileCollector collector) {
    this.snapshot = snapshot;
    this.attributes = attributes;
    this.collector = collector;
    this.codes = new IntUnaryOperator[attributes.size()];
    this.tables = new int[attributes.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = snapshot.codes(attributes.get(i));
      int distinct = snapshot.distinct(attributes.get(i));
      tables[i] = distinct <= LARGEST_TABLE ? new int[distinct] : null;
    }
  }

  /** One number for each attribute, {@link TileValues#NONE} where there is no value. */
  int[] of(int feature) {
    int[] numbers = new int[codes.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tables[i] == null ? lookUp(feature, i) : known(feature, i);
    }
    return numbers;
  }

  private int known(int feature, int attribute) {
    int code = codes[attribute].applyAsInt(feature);
    int[] table = tables[attribute];
    if (table[code] == 0) {
      table[code] = lookUp(feature, attribute) + SHIFT;
    }
    return table[code] - SHIFT;
  }

  private int lookUp(int feature, int attribute) {
    return collector.number(snapshot.value(feature, attributes.get(attribute)));
  }
}
