package org.tuguan.core.snapshot;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The geometries of many features in three arrays: coordinates, ends of parts, ends of features.
 * Rings repeat their first point at the end and have a fixed direction ({@link PartKind}), so that
 * areas can be added up without looking.
 *
 * <p>Filled by one thread; after {@link #ordered} it does not change and may be read by all.
 */
final class PackedShapes {
  private final Grid grid;
  private int[] xy = new int[1024];
  private int[] partEnds = new int[256];
  private byte[] partKinds = new byte[256];
  private int[] featureEnds = new int[256];
  private int points;
  private int parts;
  private int features;

  PackedShapes(Grid grid) {
    this.grid = grid;
  }

  int features() {
    return features;
  }

  int parts() {
    return parts;
  }

  int points() {
    return points;
  }

  long bytes() {
    return 4L * xy.length + 5L * partEnds.length + 4L * featureEnds.length;
  }

  /** Adds a feature; {@code null} and empty geometries have no parts. */
  void add(Geometry geometry) {
    if (geometry != null) {
      append(geometry);
    }
    endFeature();
  }

  private void endFeature() {
    if (features == featureEnds.length) {
      featureEnds = Arrays.copyOf(featureEnds, larger(features));
    }
    featureEnds[features++] = parts;
  }

  private void append(Geometry geometry) {
    if (geometry.isEmpty()) {
      return;
    }
    if (geometry instanceof Point point) {
      append(point.getCoordinateSequence(), false, PartKind.POINT);
    } else if (geometry instanceof LineString line) {
      append(line.getCoordinateSequence(), false, PartKind.LINE);
    } else if (geometry instanceof Polygon polygon) {
      append(polygon);
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        append(geometry.getGeometryN(i));
      }
    }
  }

  private void append(Polygon polygon) {
    CoordinateSequence shell = polygon.getExteriorRing().getCoordinateSequence();
    append(shell, Orientation.isCCW(shell), PartKind.SHELL);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      CoordinateSequence hole = polygon.getInteriorRingN(i).getCoordinateSequence();
      append(hole, !Orientation.isCCW(hole), PartKind.HOLE);
    }
  }

  /**
   * Points that fall on one step of the grid with the one before are left out; a line keeps two.
   */
  private void append(CoordinateSequence sequence, boolean reverse, PartKind kind) {
    int count = sequence.size();
    int start = points;
    reserve(count);
    for (int i = 0; i < count; i++) {
      int from = reverse ? count - 1 - i : i;
      int x = grid.step(sequence.getX(from));
      int y = grid.step(sequence.getY(from));
      boolean repeats =
          points > start && xy[2 * points - 2] == x && xy[2 * points - 1] == y && i < count - 1;
      if (!repeats) {
        xy[2 * points] = x;
        xy[2 * points + 1] = y;
        points++;
      }
    }
    endPart(kind);
  }

  private void reserve(int more) {
    if (2 * (points + more) > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(larger(xy.length), 2 * (points + more)));
    }
  }

  private void endPart(PartKind kind) {
    if (parts == partEnds.length) {
      partEnds = Arrays.copyOf(partEnds, larger(parts));
      partKinds = Arrays.copyOf(partKinds, larger(parts));
    }
    partKinds[parts] = (byte) kind.ordinal();
    partEnds[parts++] = points;
  }

  private static int larger(int size) {
    return size + (size >> 1) + 16;
  }

  int firstPart(int feature) {
    return feature == 0 ? 0 : featureEnds[feature - 1];
  }

  int endPart(int feature) {
    return featureEnds[feature];
  }

  PartKind kind(int part) {
    return PartKind.of(partKinds[part]);
  }

  int firstPoint(int part) {
    return part == 0 ? 0 : partEnds[part - 1];
  }

  int endPoint(int part) {
    return partEnds[part];
  }

  int x(int point) {
    return xy[2 * point];
  }

  int y(int point) {
    return xy[2 * point + 1];
  }

  /** Coordinates of a part in units of the system, as x,y pairs; the array must be large enough. */
  int load(int part, double[] target) {
    int start = 2 * firstPoint(part);
    int end = 2 * partEnds[part];
    double unit = 1 / grid.perUnit();
    for (int i = start; i < end; i++) {
      target[i - start] = xy[i] * unit;
    }
    return (end - start) / 2;
  }

  /** Adds a feature of another, which has the same grid. */
  void add(PackedShapes source, int feature) {
    for (int part = source.firstPart(feature); part < source.featureEnds[feature]; part++) {
      int start = source.firstPoint(part);
      int count = source.partEnds[part] - start;
      reserve(count);
      System.arraycopy(source.xy, 2 * start, xy, 2 * points, 2 * count);
      points += count;
      endPart(source.kind(part));
    }
    endFeature();
  }

  /** Of a part's kind and points. */
  long hash(int part) {
    long hash = partKinds[part];
    for (int i = 2 * firstPoint(part); i < 2 * partEnds[part]; i++) {
      hash = 31 * hash + xy[i];
    }
    return hash;
  }

  /** Gives spare room back. */
  PackedShapes trimmed() {
    xy = Arrays.copyOf(xy, 2 * points);
    partEnds = Arrays.copyOf(partEnds, parts);
    partKinds = Arrays.copyOf(partKinds, parts);
    featureEnds = Arrays.copyOf(featureEnds, features);
    return this;
  }

  /** Area of a feature's polygons in square steps. */
  double area(int feature) {
    double doubled = 0;
    for (int part = firstPart(feature); part < featureEnds[feature]; part++) {
      boolean ring = kind(part) == PartKind.SHELL || kind(part) == PartKind.HOLE;
      int start = 2 * firstPoint(part);
      for (int i = start; ring && i < 2 * partEnds[part] - 2; i += 2) {
        double dx = (double) xy[i] - xy[start];
        double dy = (double) xy[i + 1] - xy[start + 1];
        doubled +=
            dy * ((double) xy[i + 2] - xy[start]) - dx * ((double) xy[i + 3] - xy[start + 1]);
      }
    }
    return doubled / 2;
  }

  /** A copy with the features in another order, trimmed to size. */
  PackedShapes ordered(int[] order) {
    PackedShapes copy = new PackedShapes(grid);
    copy.xy = new int[2 * points];
    copy.partEnds = new int[parts];
    copy.partKinds = new byte[parts];
    copy.featureEnds = new int[features];
    for (int feature : order) {
      for (int part = firstPart(feature); part < featureEnds[feature]; part++) {
        copy.take(this, part);
      }
      copy.featureEnds[copy.features++] = copy.parts;
    }
    return copy;
  }

  private void take(PackedShapes source, int part) {
    int start = source.firstPoint(part);
    int count = source.partEnds[part] - start;
    System.arraycopy(source.xy, 2 * start, xy, 2 * points, 2 * count);
    points += count;
    partKinds[parts] = source.partKinds[part];
    partEnds[parts++] = points;
  }
}
