package org.tuguan.api.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.snapshot.LiveLayer;

/**
 * The layers that somebody keeps up to date in memory; nobody does in commands. Safe for any
 * thread.
 */
@Component
public class LiveSources {
  private volatile Map<String, Followed> layers = Map.of();

  /**
   * A layer and the table that it reads.
   *
   * @param current asks the database: true if everything that was committed before the question is
   *     in memory
   * @param version grows with every change that was heard of
   */
  public record Followed(
      TableRef table, LiveLayer layer, BooleanSupplier current, LongSupplier version) {}

  /** From now on these are all, by the layers' names. */
  public void replaceAll(Map<String, Followed> followed) {
    layers = Map.copyOf(followed);
  }

  /** The layer, if it is followed and reads this very table. */
  Optional<Followed> find(TableRef table) {
    return Optional.ofNullable(layers.get(table.type().name()))
        .filter(followed -> same(followed.table(), table));
  }

  /** True if both read the same columns of the same table in the same way. */
  public static boolean same(TableRef one, TableRef other) {
    return one == other
        || one.schema().equals(other.schema())
            && one.table().equals(other.table())
            && one.keyColumn().equals(other.keyColumn())
            && one.keyIsText() == other.keyIsText()
            && same(one.type(), other.type());
  }

  private static boolean same(FeatureType one, FeatureType other) {
    return one.name().equals(other.name())
        && one.attributes().equals(other.attributes())
        && one.geometryName().equals(other.geometryName())
        && one.geometryKind() == other.geometryKind()
        && one.crs().equals(other.crs());
  }
}
