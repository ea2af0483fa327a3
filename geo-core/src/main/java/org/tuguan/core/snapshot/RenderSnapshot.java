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
 * features. Coordinates are those of the layer's system, x east, true to half a {@link Grid} step.
 */
public final class RenderSnapshot {
  private static final double SHARE_STEPS = 254;

  private final FeatureType type;
  private final Grid grid;
  private final FeatureIds ids;
  private final PackedShapes shapes;
  private final BoxTree tree;
  private final Map<String, Column> columns;
  private final double unit;

  /** Null if they are not kept. */
  private final StoredGeometries stored;

  /** Found out when first asked for; a number that two threads find out is the same. */
  private volatile byte[] shares;

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
    long total = shapes.bytes() + tree.bytes() + ids.bytes();
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

  /**
   * Features whose box meets this one, in order; nothing if the box lies outside the layer's
   * system.
   */
  public void search(Bounds wanted, Visitor visitor) {
    Optional<Bounds> box = CoordinateTransform.between(wanted.crs(), type.crs()).find(wanted);
    box.ifPresent(
        found ->
            tree.search(
                grid.below(found.minX()),
                grid.below(found.minY()),
                grid.above(found.maxX()),
                grid.above(found.maxY()),
                visitor::visit));
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

  /** Width of the feature's box in units of the system; negative if it has no geometry. */
  public double width(int feature) {
    return ((double) tree.maxX(feature) - tree.minX(feature)) * unit;
  }

  /** Height of the feature's box in units of the system; negative if it has no geometry. */
  public double height(int feature) {
    return ((double) tree.maxY(feature) - tree.minY(feature)) * unit;
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

  /** How much of its box a feature's polygons fill, 0 to 1. */
  public double share(int feature) {
    byte[] known = shares;
    if (known == null) {
      known = new byte[size()];
      shares = known;
    }
    if (known[feature] == 0) {
      known[feature] = shareByte(feature);
    }
    return ((known[feature] & 0xff) - 1) / SHARE_STEPS;
  }

  private byte shareByte(int feature) {
    double box =
        ((double) tree.maxX(feature) - tree.minX(feature))
            * ((double) tree.maxY(feature) - tree.minY(feature));
    double share = box > 0 ? shapes.area(feature) / box : 1;
    return (byte) (1 + Math.rint(SHARE_STEPS * Math.max(0, Math.min(1, share))));
  }

  /** West edge of a feature's box. */
  public double minX(int feature) {
    return tree.minX(feature) * unit;
  }

  /** South edge of a feature's box. */
  public double minY(int feature) {
    return tree.minY(feature) * unit;
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
