package org.tuguan.plugin.coverage.area;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * How much of a zone lies in at least so many outlines: a line sweeps from south to north, and
 * between two corners or crossings of edges the length that counts changes evenly, so that it need
 * be known only in the middle. Polygons are never overlaid, so that nothing can be too crooked. For
 * use by one thread.
 */
final class DepthSweep {
  /** A strip in which edges cross is not split further than this, metres. */
  private static final double THINNEST = 1e-4;

  private final Zone zone;
  private final RingClip clip;
  private int owners = 1;
  private int edges;
  private double[] lowX = new double[256];
  private double[] lowY = new double[256];
  private double[] highX = new double[256];
  private double[] highY = new double[256];
  private int[] owner = new int[256];

  private int[] active = new int[64];
  private double[] middle = new double[64];
  private int count;
  private boolean[] inside;
  private double[] sums;

  DepthSweep(Zone zone) {
    this.zone = zone;
    Envelope bounds = zone.bounds();
    double halfWidth = bounds.getWidth() / 2;
    double halfHeight = bounds.getHeight() / 2;
    this.clip = new RingClip(new Envelope(-halfWidth, halfWidth, -halfHeight, halfHeight));
    for (double[] ring : zone.rings()) {
      addRing(ring, 0, 0, 0);
    }
  }

  void add(Outline outline) {
    double dx = outline.originX() - zone.originX();
    double dy = outline.originY() - zone.originY();
    for (double[] ring : outline.rings()) {
      addRing(ring, dx, dy, owners);
    }
    owners++;
  }

  private void addRing(double[] ring, double dx, double dy, int of) {
    double[] moved = new double[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      moved[i] = ring[i] + dx;
      moved[i + 1] = ring[i + 1] + dy;
    }
    double[] cut = of == 0 ? moved : clip.clip(moved);
    for (int i = 2; i < cut.length; i += 2) {
      if (cut[i - 1] < cut[i + 1]) {
        addEdge(cut[i - 2], cut[i - 1], cut[i], cut[i + 1], of);
      } else if (cut[i - 1] > cut[i + 1]) {
        addEdge(cut[i], cut[i + 1], cut[i - 2], cut[i - 1], of);
      }
    }
  }

  private void addEdge(double x1, double y1, double x2, double y2, int of) {
    if (edges == owner.length) {
      lowX = Arrays.copyOf(lowX, 2 * edges);
      lowY = Arrays.copyOf(lowY, 2 * edges);
      highX = Arrays.copyOf(highX, 2 * edges);
      highY = Arrays.copyOf(highY, 2 * edges);
      owner = Arrays.copyOf(owner, 2 * edges);
    }
    lowX[edges] = x1;
    lowY[edges] = y1;
    highX[edges] = x2;
    highY[edges] = y2;
    owner[edges++] = of;
  }

  /**
   * Square metres of the zone that lie in at least one outline, in at least two, and so on.
   *
   * @param most how many outlines over each other are of interest
   */
  double[] areas(int most) {
    sums = new double[most];
    if (owners == 1) {
      return sums;
    }
    inside = new boolean[owners];
    double[] stops = stops();
    int[] order = bySouthEnd();
    int next = 0;
    for (int i = 1; i < stops.length; i++) {
      double south = stops[i - 1];
      double north = stops[i];
      leave(south);
      while (next < edges && lowY[order[next]] <= south) {
        enter(order[next++]);
      }
      if (south < north) {
        strip(south, north);
      }
    }
    return sums;
  }

  private double[] stops() {
    double[] stops = new double[2 * edges];
    System.arraycopy(lowY, 0, stops, 0, edges);
    System.arraycopy(highY, 0, stops, edges, edges);
    Arrays.sort(stops);
    return stops;
  }

  private int[] bySouthEnd() {
    long[] keys = new long[edges];
    double[] sorted = Arrays.copyOf(lowY, edges);
    Arrays.sort(sorted);
    for (int i = 0; i < edges; i++) {
      keys[i] = (long) Arrays.binarySearch(sorted, lowY[i]) << 32 | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private void enter(int edge) {
    if (count == active.length) {
      active = Arrays.copyOf(active, 2 * count);
      middle = new double[2 * count];
    }
    active[count++] = edge;
  }

  /** Lets go of edges that end at or below a line, in the order of the others. */
  private void leave(double y) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (highY[active[i]] > y) {
        active[kept++] = active[i];
      }
    }
    count = kept;
  }

  /** Between two lines between which no edge begins or ends. */
  private void strip(double south, double north) {
    sort((south + north) / 2);
    double crossing = north - south > THINNEST ? crossing(south, north) : Double.NaN;
    if (crossing > south && crossing < north) {
      strip(south, crossing);
      strip(crossing, north);
    } else {
      addLength(north - south);
    }
  }

  private void sort(double y) {
    for (int i = 0; i < count; i++) {
      int edge = active[i];
      double x = at(edge, y);
      int to = i;
      while (to > 0 && middle[to - 1] > x) {
        middle[to] = middle[to - 1];
        active[to] = active[to - 1];
        to--;
      }
      middle[to] = x;
      active[to] = edge;
    }
  }

  private double at(int edge, double y) {
    double up = (y - lowY[edge]) / (highY[edge] - lowY[edge]);
    return lowX[edge] + up * (highX[edge] - lowX[edge]);
  }

  /**
   * Where two edges cross that are neighbours in the middle of the strip; NaN if none do. If any
   * cross, two neighbours do. A crossing close to an end of the strip is none.
   */
  private double crossing(double south, double north) {
    double end = THINNEST / 2;
    double beforeSouth = Double.NEGATIVE_INFINITY;
    double beforeNorth = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double atSouth = at(active[i], south);
      double atNorth = at(active[i], north);
      double southGap = atSouth - beforeSouth;
      double northGap = atNorth - beforeNorth;
      if (southGap < 0 != northGap < 0) {
        double y = south + (north - south) * southGap / (southGap - northGap);
        if (y > south + end && y < north - end) {
          return y;
        }
      }
      beforeSouth = atSouth;
      beforeNorth = atNorth;
    }
    return Double.NaN;
  }

  /** What of the line in the middle of the strip lies how deep, times the strip's height. */
  private void addLength(double height) {
    int depth = 0;
    for (int i = 0; i < count; i++) {
      if (depth > 0 && inside[0]) {
        double piece = height * (middle[i] - middle[i - 1]);
        for (int over = 0; over < depth && over < sums.length; over++) {
          sums[over] += piece;
        }
      }
      int of = owner[active[i]];
      inside[of] = !inside[of];
      if (of > 0) {
        depth += inside[of] ? 1 : -1;
      }
    }
    Arrays.fill(inside, false);
  }
}
