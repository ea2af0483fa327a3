package org.tuguan.core.imports;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.CoordinateTransform;

/**
 * Carries a plan out: turns rows of the file into rows of the table and leaves the bad ones out.
 * Not safe for threads.
 */
public final class RowConverter implements RowSink {
  private final ImportPlan plan;
  private final TextTyping typing;
  private final TableSink target;
  private final CoordinateTransform transform;

  /** Takes the rows of a table. */
  public interface TableSink {
    /**
     * @param key Long or String
     * @param geometry in the stored system, of the planned type
     * @param values by the plan's columns, of their types or null
     */
    void row(Object key, Geometry geometry, Object[] values) throws IOException;
  }

  public RowConverter(ImportPlan plan, TextTyping typing, TableSink target) {
    this.plan = Objects.requireNonNull(plan);
    this.typing = Objects.requireNonNull(typing);
    this.target = Objects.requireNonNull(target);
    this.transform = CoordinateTransform.between(plan.crs().crs(), plan.stored());
  }

  @Override
  public void bad(BadRow row) {}

  @Override
  public void row(Row row) throws IOException {
    if (RowCheck.fault(row, plan.encoding()).isPresent()
        || !Magnitude.of(row.geometry().getEnvelopeInternal()).fits(plan.crs().crs())) {
      return;
    }
    List<ImportPlan.Column> columns = plan.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      ImportPlan.Column column = columns.get(i);
      values[i] = ValueParser.convert(row.values().get(column.source()), column.attribute().type());
    }
    target.row(key(row), stored(row.geometry()), values);
  }

  private Geometry stored(Geometry geometry) {
    Geometry moved = transform.identity() ? geometry : transform.apply(geometry);
    return plan.shape().promote() ? ShapeGuess.promoted(moved) : moved;
  }

  private Object key(Row row) {
    return switch (plan.key().source()) {
      case RECORD_NUMBER -> row.number();
      case FEATURE_ID -> plan.key().text() ? row.id().toString() : row.id();
      case COLUMN -> {
        Object value = keyValue(row.values().get(plan.key().column().orElseThrow()), typing);
        yield plan.key().text() ? value.toString() : value;
      }
    };
  }

  /** Whole numbers that a format can only write as text are numbers all the same. */
  static Object keyValue(Object value, TextTyping typing) {
    if (typing == TextTyping.ALL && value instanceof String text) {
      Long whole = ValueParser.integer(text.strip());
      return whole != null ? whole : text;
    }
    return value;
  }
}
