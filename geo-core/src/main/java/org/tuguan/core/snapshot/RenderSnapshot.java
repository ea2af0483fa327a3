package org.tuguan.core.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * A layer as drawing needs it: geometries packed and in spatial order, the values that styles,
 * labels and vector tiles use, and an index. Immutable and safe for any thread.
 *
 * <p>Features are numbered from 0 along a Hilbert curve; parts and points are numbered through all
 * features. Runs of neighbours have numbers above those of features: a run has a box as a feature
 * has one, and knows how much its features cover. Coordinates are those of the layer's system, x
 * east, true to half a {@link Grid} step.
 */
public final class RenderSnapshot {
  private final FeatureType type;
  private final Grid grid;
  private final FeatureIds ids;
  private final PackedShapes shapes;
  private final BoxTree tree;
  private final Map<String, Column> columns;
  private final Extents extents;
  private final double unit;

  /** Null if they are not kept. */
  private final StoredGeometries stored;

  RenderSnapshot(
      FeatureType type,
      FeatureIds ids,
      PackedShapes shapes,
      BoxTree tree,
      Map<String, Column> columns,
      StoredGeometries stored) {
    this.type = type;
    this.grid = Grid.of(type.crs());
    this.ids = ids;
    this.shapes = shapes;
    this.tree = tree;
    this.columns = columns;
    this.extents = new Extents(shapes, tree);
    this.unit = 1 / grid.perUnit();
    this.stored = stored;
  }

  public FeatureType type() {
    return type;
  }

  public int size() {
    return ids.size();
  }

  /** Memory that it takes, nearly. */
  public long bytes() {
    long total = shapes.bytes() + tree.bytes() + extents.bytes() + ids.bytes();
    total += stored == null ? 0 : stored.bytes();
    for (Column column : columns.values()) {
      total += column.bytes();
    }
    return total;
  }

  /** True if it has the values of all these attributes. */
  public boolean holds(Collection<String> attributes) {
    return columns.keySet().containsAll(attributes);
  }

  /** Names of the attributes whose values it has. */
  public Set<String> attributes() {
    return columns.keySet();
  }

  /** Receives the number of a feature; false ends the search. */
  public interface Visitor {
    boolean visit(int feature);
  }

  /** Asked before the features of a run are looked at one by one. */
  public interface Runs {
    /**
     * True if the run is taken as it is, and none of its features is visited.
     *
     * @param first its first feature
     * @param end the one after its last
     */
    boolean whole(int run, int first, int end);
  }

  /**
   * Features whose box meets this one, in order; nothing if the box lies outside the layer's
   * system.
   */
  public void search(Bounds wanted, Visitor visitor) {
    search(wanted, (run, first, end) -> false, visitor);
  }

  /** As {@link #search(Bounds, Visitor)}, but for the features of runs that are taken whole. */
  public void search(Bounds wanted, Runs runs, Visitor visitor) {
    Optional<Bounds> box = CoordinateTransform.between(wanted.crs(), type.crs()).find(wanted);
    box.ifPresent(
        found -> {
          int[] steps = {
            grid.below(found.minX()),
            grid.below(found.minY()),
            grid.above(found.maxX()),
            grid.above(found.maxY())
          };
          tree.search(steps, runs::whole, visitor::visit);
        });
  }

  public String id(int feature) {
    return ids.get(feature);
  }

  /** The number of the feature with this id, or -1. */
  public int find(String id) {
    return ids.find(id);
  }

  /** Around the feature, in the layer's system; empty if it has no geometry. */
  public Optional<Bounds> box(int feature) {
    return tree.minX(feature) > tree.maxX(feature)
        ? Optional.empty()
        : Optional.of(bounds(feature));
  }

  /** Around all features; empty if there are no geometries. */
  public Optional<Bounds> bounds() {
    return size() == 0 ? Optional.empty() : box(tree.root());
  }

  private Bounds bounds(int node) {
    return new Bounds(
        type.crs(),
        grid.value(tree.minX(node)),
        grid.value(tree.minY(node)),
        grid.value(tree.maxX(node)),
        grid.value(tree.maxY(node)));
  }

  /** Width of the box of a feature or run in units of the system; negative without a geometry. */
  public double width(int item) {
    return ((double) tree.maxX(item) - tree.minX(item)) * unit;
  }

  /** Height of the box of a feature or run in units of the system; negative without a geometry. */
  public double height(int item) {
    return ((double) tree.maxY(item) - tree.minY(item)) * unit;
  }

  /** Middle of the feature's box. */
  public double middleX(int feature) {
    return ((double) tree.minX(feature) + tree.maxX(feature)) / 2 / grid.perUnit();
  }

  /** Middle of the feature's box. */
  public double middleY(int feature) {
    return ((double) tree.minY(feature) + tree.maxY(feature)) / 2 / grid.perUnit();
  }

  public int firstPart(int feature) {
    return shapes.firstPart(feature);
  }

  /** Number after the feature's last part. */
  public int endPart(int feature) {
    return shapes.endPart(feature);
  }

  public PartKind kind(int part) {
    return shapes.kind(part);
  }

  /** Points of a part. */
  public int points(int part) {
    return shapes.endPoint(part) - shapes.firstPoint(part);
  }

  /**
   * Writes the points of a part as x,y pairs.
   *
   * @param target at least twice {@link #points} long
   * @return the number of points
   */
  public int load(int part, double[] target) {
    return shapes.load(part, target);
  }

  /** A value, or null; {@link IllegalArgumentException} for an attribute that it does not hold. */
  public Object value(int feature, String attribute) {
    return column(attribute).value(feature);
  }

  /** Number of the value, from 0 for null; equal values have equal numbers. */
  public int code(int feature, String attribute) {
    return column(attribute).code(feature);
  }

  /** How many numbers {@link #code} may give. */
  public int distinct(String attribute) {
    return column(attribute).distinct();
  }

  /** As {@link #code}, for many features. */
  public IntUnaryOperator codes(String attribute) {
    return column(attribute)::code;
  }

  /** True if all features of a run are lines, or all are polygons. */
  public boolean alike(int run) {
    return extents.alike(run);
  }

  /** How much of its box a feature's polygons fill, 0 to 1; those of a run together, or above 1. */
  public double share(int item) {
    return extents.share(item);
  }

  /**
   * The mean sides of a run's polygons, made smaller to the area that they fill, added up; or the
   * lengths of its lines, as far as their boxes tell. In units of the system.
   */
  public double breadth(int run) {
    return extents.breadth(run) * unit;
  }

  /** The first feature of a run; of a feature, itself. */
  public int first(int item) {
    return tree.first(item);
  }

  /** How many features a run has. */
  public int count(int item) {
    return tree.end(item) - tree.first(item);
  }

  /** West edge of the box of a feature or run. */
  public double minX(int item) {
    return tree.minX(item) * unit;
  }

  /** South edge of the box of a feature or run. */
  public double minY(int item) {
    return tree.minY(item) * unit;
  }

  /**
   * A rectangle in steps of the grid, for {@link #liesIn}: what is found to lie in it lies in the
   * envelope, however numbers were rounded.
   */
  int[] inward(Envelope envelope) {
    return envelope.isNull()
        ? new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE}
        : new int[] {
          grid.above(envelope.getMinX()),
          grid.above(envelope.getMinY()),
          grid.below(envelope.getMaxX()),
          grid.below(envelope.getMaxY())
        };
  }

  /** True if the feature lies wholly inside. */
  boolean liesIn(int[] inward, int feature) {
    return tree.minX(feature) > inward[0]
        && tree.minY(feature) > inward[1]
        && tree.maxX(feature) < inward[2]
        && tree.maxY(feature) < inward[3];
  }

  Column column(String attribute) {
    Column column = columns.get(attribute);
    if (column == null) {
      throw new IllegalArgumentException(type.name() + " is held without " + attribute);
    }
    return column;
  }

  /**
   * The feature without its geometry, for expressions and labels; attributes that are not held are
   * null.
   */
  public Feature attributesOf(int feature) {
    Object[] values = new Object[type.attributes().size()];
    columns.forEach((name, column) -> values[type.position(name)] = column.value(feature));
    return new Feature(type, ids.get(feature), null, values);
  }

  /** Equal for equal rows, in whatever order they were read; different for nearly all others. */
  public long fingerprint() {
    long sum = size();
    for (int feature = 0; feature < size(); feature++) {
      long hash = ids.get(feature).hashCode();
      for (int part = firstPart(feature); part < endPart(feature); part++) {
        hash = 31 * hash + shapes.hash(part);
      }
      for (Column column : columns.values()) {
        hash = 31 * hash + Objects.hashCode(column.value(feature));
      }
      sum += mixed(hash);
    }
    return sum;
  }

  /** Spreads a hash over all bits, so that a sum of many says something. */
  private static long mixed(long hash) {
    long spread = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return spread ^ (spread >>> 29);
  }

  /**
   * One snapshot of all rows that are not hidden.
   *
   * @param parts of one layer; all hold the attributes of the first
   */
  static RenderSnapshot joined(List<LayerView.Part> parts) {
    return new SnapshotJoin(parts).join();
  }

  /**
   * True if it has geometries as they lie in the database, and knows the order of keys: whole
   * numbers of more than 18 digits are beyond it.
   */
  public boolean exact() {
    return stored != null && (ids.text() || ids.numeric());
  }

  byte[] wkb(int feature) {
    return stored.get(feature);
  }

  /**
   * The feature as it lies in the database.
   *
   * @param positions in the type of the attributes that it is to have; all must be held
   */
  Feature row(int feature, int[] positions) {
    Object[] values = new Object[type.attributes().size()];
    for (int position : positions) {
      values[position] = columns.get(type.attributes().get(position).name()).value(feature);
    }
    return Feature.ofWkb(type, ids.get(feature), stored.get(feature), values);
  }

  FeatureIds ids() {
    return ids;
  }

  PackedShapes shapes() {
    return shapes;
  }

  BoxTree tree() {
    return tree;
  }
}
