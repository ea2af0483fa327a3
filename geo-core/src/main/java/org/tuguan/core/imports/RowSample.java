package org.tuguan.core.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/** Rows spread evenly over a file of unknown length, few enough to keep: each n-th, n doubling. */
final class RowSample {
  private static final int MOST_ROWS = 4000;
  private static final int MOST_VERTICES = 400_000;

  /** The first rows are always kept, to be shown as they are. */
  private static final int SHOWN = 2;

  private final List<Row> shown = new ArrayList<>();
  private final List<Row> spread = new ArrayList<>();
  private long seen;
  private long every = 1;
  private long vertices;

  void add(Row row) {
    if (shown.size() < SHOWN) {
      shown.add(row);
      return;
    }
    if (seen++ % every == 0) {
      spread.add(row);
      vertices += row.geometry().getNumPoints();
      while (spread.size() > MOST_ROWS || vertices > MOST_VERTICES && spread.size() > 1) {
        thin();
      }
    }
  }

  private void thin() {
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < spread.size(); i += 2) {
      kept.add(spread.get(i));
    }
    spread.clear();
    spread.addAll(kept);
    every *= 2;
    vertices = spread.stream().mapToLong(each -> each.geometry().getNumPoints()).sum();
  }

  /** The same plan with the sample as features. */
  ImportPlan addTo(ImportPlan plan, FeatureReader reader) throws IOException {
    FeatureType type =
        new FeatureType(
            reader.name(),
            plan.attributes(),
            ImportPlan.GEOMETRY,
            plan.shape().kind(),
            plan.stored());
    List<Feature> features = new ArrayList<>();
    RowConverter converter =
        new RowConverter(
            plan,
            reader.textTyping(),
            (key, geometry, values) ->
                features.add(new Feature(type, key.toString(), geometry, values)));
    for (Row row : shown) {
      converter.row(row);
    }
    for (Row row : spread) {
      converter.row(row);
    }
    return new ImportPlan(
        plan.format(),
        plan.encoding(),
        plan.crs(),
        plan.stored(),
        plan.shape(),
        plan.count(),
        plan.key(),
        plan.columns(),
        plan.extent(),
        plan.bad(),
        plan.warnings(),
        features);
  }
}
