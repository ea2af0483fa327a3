package org.tuguan.core.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one snapshot of what is not hidden of several of one layer. For one thread. */
final class SnapshotJoin {
  private final List<LayerView.Part> parts;
  private final int[] part;
  private final int[] row;
  private final int[] boxes;

  /**
   * @param parts at least one; all hold the attributes of the first
   */
  SnapshotJoin(List<LayerView.Part> parts) {
    this.parts = parts;
    int size = parts.stream().mapToInt(LayerView.Part::live).sum();
    int[] unsorted = new int[4 * size];
    int[] fromPart = new int[size];
    int[] fromRow = new int[size];
    int next = 0;
    for (int p = 0; p < parts.size(); p++) {
      RenderSnapshot snapshot = parts.get(p).snapshot();
      for (int r = 0; r < snapshot.size(); r++) {
        if (!parts.get(p).hidden().get(r)) {
          snapshot.tree().copyBox(r, unsorted, 4 * next);
          fromPart[next] = p;
          fromRow[next++] = r;
        }
      }
    }
    int[] order = Hilbert.order(unsorted);
    part = new int[size];
    row = new int[size];
    boxes = new int[4 * size];
    for (int i = 0; i < size; i++) {
      part[i] = fromPart[order[i]];
      row[i] = fromRow[order[i]];
      System.arraycopy(unsorted, 4 * order[i], boxes, 4 * i, 4);
    }
  }

  RenderSnapshot join() {
    RenderSnapshot first = parts.get(0).snapshot();
    List<String> ids = new ArrayList<>(row.length);
    PackedShapes shapes = new PackedShapes(Grid.of(first.type().crs()));
    boolean exact = parts.stream().allMatch(each -> each.snapshot().exact());
    StoredGeometries stored = exact ? new StoredGeometries(row.length) : null;
    for (int i = 0; i < row.length; i++) {
      RenderSnapshot source = parts.get(part[i]).snapshot();
      ids.add(source.id(row[i]));
      shapes.add(source.shapes(), row[i]);
      if (exact) {
        stored.add(source.wkb(row[i]));
      }
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    first.attributes().forEach(name -> columns.put(name, column(name)));
    return new RenderSnapshot(
        first.type(),
        FeatureIds.of(ids, first.ids().text()),
        shapes.trimmed(),
        new BoxTree(boxes),
        columns,
        stored);
  }

  /** Values are looked up once for each that a part knows, not once a row. */
  private Column column(String name) {
    List<Column> sources = parts.stream().map(each -> each.snapshot().column(name)).toList();
    int[][] numbers = new int[sources.size()][];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = new int[sources.get(p).distinct()];
      Arrays.fill(numbers[p], -1);
    }
    Column joined = sources.get(0).empty();
    int[] codes = new int[row.length];
    for (int i = 0; i < codes.length; i++) {
      Column source = sources.get(part[i]);
      int code = source.code(row[i]);
      if (numbers[part[i]][code] < 0) {
        numbers[part[i]][code] = joined.numberOf(source, code);
      }
      codes[i] = numbers[part[i]][code];
    }
    return joined.withRows(codes);
  }
}
