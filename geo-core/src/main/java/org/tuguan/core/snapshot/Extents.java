package org.tuguan.core.snapshot;

/**
 * How much the lines and polygons of features cover, and those of whole nodes of their tree, so
 * that what is smaller than a pixel can be drawn without a look at coordinates. Immutable.
 */
final class Extents {
  private static final double SHARE_STEPS = 255;

  /** Of a node: features of several kinds, points, or none at all. */
  private static final byte MIXED = -1;

  private final BoxTree tree;
  private final int size;
  private final byte[] shares;
  private final byte[] kinds;
  private final float[] areas;
  private final float[] breadths;

  Extents(PackedShapes shapes, BoxTree tree) {
    this.tree = tree;
    this.size = shapes.features();
    shares = new byte[size];
    int nodes = size == 0 ? 0 : tree.nodes();
    kinds = new byte[nodes - size];
    areas = new float[nodes - size];
    breadths = new float[nodes - size];
    for (int feature = 0; feature < size; feature++) {
      shares[feature] = shareByte(shapes, feature);
    }
    for (int node = size; node < nodes; node++) {
      add(shapes, node);
    }
  }

  private byte shareByte(PackedShapes shapes, int feature) {
    double box = box(feature);
    double share = box > 0 ? shapes.area(feature) / box : 1;
    return (byte) Math.rint(SHARE_STEPS * Math.max(0, Math.min(1, share)));
  }

  private double box(int node) {
    return ((double) tree.maxX(node) - tree.minX(node))
        * ((double) tree.maxY(node) - tree.minY(node));
  }

  private void add(PackedShapes shapes, int node) {
    int first = tree.first(node);
    int end = tree.end(node);
    byte kind = kind(shapes, first);
    double area = 0;
    double breadth = 0;
    for (int feature = first; feature < end && kind != MIXED; feature++) {
      if (kind(shapes, feature) != kind) {
        kind = MIXED;
      }
      area += box(feature) * share(feature);
      breadth += breadth(feature, kind == PartKind.LINE.ordinal());
    }
    kinds[node - size] = kind;
    areas[node - size] = (float) area;
    breadths[node - size] = (float) breadth;
  }

  private static byte kind(PackedShapes shapes, int feature) {
    int part = shapes.firstPart(feature);
    if (part == shapes.endPart(feature) || shapes.kind(part) == PartKind.POINT) {
      return MIXED;
    }
    return (byte) shapes.kind(part).ordinal();
  }

  private double breadth(int feature, boolean line) {
    double width = (double) tree.maxX(feature) - tree.minX(feature);
    double height = (double) tree.maxY(feature) - tree.minY(feature);
    return line ? Math.hypot(width, height) : Math.sqrt(share(feature)) * (width + height) / 2;
  }

  /** True if all features of a node are lines, or all are polygons. */
  boolean alike(int node) {
    return kinds[node - size] != MIXED;
  }

  /** How much of its box a feature's polygons fill, 0 to 1; of a node, their sum. */
  double share(int node) {
    if (node < size) {
      return (shares[node] & 0xff) / SHARE_STEPS;
    }
    double box = box(node);
    return box > 0 ? areas[node - size] / box : 1;
  }

  /**
   * Of an inner node, in steps: the sum of the mean sides of polygons, made smaller to the area
   * that they fill, or of the lengths of lines, as far as their boxes tell.
   */
  double breadth(int node) {
    return breadths[node - size];
  }

  long bytes() {
    return shares.length + 9L * kinds.length;
  }
}
