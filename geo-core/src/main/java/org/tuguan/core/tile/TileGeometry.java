package org.tuguan.core.tile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.snapshot.PartKind;

/**
 * Takes the parts of a feature one by one and makes drawing commands of them: transformed, rounded,
 * thinned, cut to the tile and its margin. For one thread.
 *
 * <p>Outer rings get a positive area in tile units (y down), holes a negative one. Rings without an
 * area are left out; a polygon or line of which nothing would be left becomes a mark one unit wide,
 * so that it does not vanish before its box is as small.
 */
final class TileGeometry {
  private final TileGrid grid;
  private final TileClip clip;
  private final Thinning thinning = new Thinning();
  private final TileCommands points = new TileCommands();
  private final TileCommands lines = new TileCommands();
  private final TileCommands rings = new TileCommands();
  private double[] xy = new double[512];
  private double[] other = new double[512];
  private double[] spots = new double[16];
  private int spotCount;
  private final Set<Long> spotsSeen = new HashSet<>();
  private boolean shellTaken;
  private Optional<TileMark> lineMark = Optional.empty();
  private Optional<TileMark> ringMark = Optional.empty();
  private double tolerance;

  TileGeometry(TileGrid grid, TileClip clip) {
    this.grid = grid;
    this.clip = clip;
  }

  /**
   * Begins a feature.
   *
   * @param distance how far, in units, a point that is left out may lie from the line
   */
  void begin(double distance) {
    tolerance = distance;
    points.clear();
    lines.clear();
    rings.clear();
    spotCount = 0;
    spotsSeen.clear();
    shellTaken = false;
    lineMark = Optional.empty();
    ringMark = Optional.empty();
  }

  /** Where the next part is to be written, as x,y pairs; large enough for so many points. */
  double[] room(int count) {
    if (xy.length < 10 * count + 16) {
      xy = new double[20 * count + 16];
      other = new double[xy.length];
    }
    return xy;
  }

  /** Takes the part that was written to {@link #room}; holes come after their shell. */
  void part(PartKind kind, int count) {
    switch (kind) {
      case POINT -> spot(count);
      case LINE -> line(count);
      case SHELL -> shellTaken = ring(count, false);
      case HOLE -> hole(count);
    }
  }

  private void hole(int count) {
    if (shellTaken) {
      ring(count, true);
    }
  }

  private void spot(int count) {
    grid.toTile(xy, count);
    int kept = Thinning.round(xy, count);
    for (int i = 0; i < kept; i++) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      if (clip.contains(x, y) && spotsSeen.add((long) x << 32 ^ (long) y)) {
        if (2 * spotCount == spots.length) {
          spots = Arrays.copyOf(spots, 2 * spots.length);
        }
        spots[2 * spotCount] = x;
        spots[2 * spotCount++ + 1] = y;
      }
    }
  }

  private void line(int count) {
    int kept = grid.skipOutside(xy, count);
    grid.toTile(xy, kept);
    kept = thinning.line(xy, Thinning.round(xy, kept), tolerance);
    if (kept < 2) {
      if (kept == 1 && lineMark.isEmpty()) {
        lineMark = TileMark.around(xy, kept, clip);
      }
    } else if (clip.containsAll(xy, kept)) {
      lines.line(xy, kept);
    } else {
      clip.line(xy, kept, other, lines::line);
    }
  }

  private boolean ring(int count, boolean hole) {
    int kept = grid.skipOutside(xy, count);
    grid.toTile(xy, kept);
    kept = Thinning.roundRing(xy, kept);
    kept = thinning.ring(xy, kept, tolerance);
    if (doubleArea(xy, kept) == 0) {
      if (!hole && kept > 0 && ringMark.isEmpty()) {
        ringMark = TileMark.around(xy, kept, clip);
      }
      return false;
    }
    if (!clip.containsAll(xy, kept)) {
      kept = Thinning.roundRing(xy, clip.ring(xy, kept, other));
    }
    double area = doubleArea(xy, kept);
    if (area == 0) {
      return false;
    }
    rings.ring(xy, kept, hole == area > 0);
    return true;
  }

  /** Positive if the ring runs clockwise as it is seen, with y down. */
  static double doubleArea(double[] xy, int count) {
    double sum = 0;
    for (int i = 2; i < count; i++) {
      double ax = xy[2 * i - 2] - xy[0];
      double ay = xy[2 * i - 1] - xy[1];
      sum += ax * (xy[2 * i + 1] - xy[1]) - ay * (xy[2 * i] - xy[0]);
    }
    return count < 3 ? 0 : sum;
  }

  /** Ends a feature: its points, lines or polygons; no bytes if there are none in the tile. */
  byte[] commands(int kind) {
    return switch (kind) {
      case TileFeature.POINT -> points();
      case TileFeature.LINE -> lines();
      default -> rings();
    };
  }

  private byte[] points() {
    if (spotCount > 0) {
      points.points(spots, spotCount);
    }
    return points.toBytes();
  }

  private byte[] lines() {
    if (lines.empty()) {
      lineMark.ifPresent(mark -> lines.line(mark.line(), 2));
    }
    return lines.toBytes();
  }

  private byte[] rings() {
    if (rings.empty()) {
      ringMark.ifPresent(mark -> rings.ring(mark.ring(), 4, false));
    }
    return rings.toBytes();
  }
}
