package org.tuguan.core.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;

/**
 * Turns coordinates of one system into those of another, x before y on both sides. Immutable and
 * safe for any thread; cheap to make.
 *
 * <p>Between TWD67 and the rest {@link Twd67Shift} is used and nothing else; see there for its
 * accuracy. Systems of one datum are projected and never shifted; TWD97 is taken as WGS 84.
 */
public final class CoordinateTransform {
  private static final int SAMPLES = 21;

  private final Crs from;
  private final Crs to;
  private final List<Step> steps;

  private CoordinateTransform(Crs from, Crs to, List<Step> steps) {
    this.from = from;
    this.to = to;
    this.steps = steps;
  }

  /** Changes x,y pairs in place. */
  private interface Step {
    void apply(double[] xy, int offset, int count);
  }

  public static CoordinateTransform between(Crs from, Crs to) {
    List<Step> steps = new ArrayList<>();
    if (from.datum() == to.datum()) {
      addProjection(from, to, steps);
    } else {
      addProjection(from, zone121(from), steps);
      steps.add(shift(from.datum(), to.datum()));
      addProjection(zone121(to), to, steps);
    }
    return new CoordinateTransform(from, to, List.copyOf(steps));
  }

  private static void addProjection(Crs from, Crs to, List<Step> steps) {
    if (!from.projection().equals(to.projection())) {
      if (!from.geographic()) {
        steps.add(from.projection()::inverse);
      }
      if (!to.geographic()) {
        steps.add(to.projection()::forward);
      }
    }
  }

  private static Crs zone121(Crs crs) {
    return switch (crs.datum()) {
      case WGS84 -> Crs.TWD97_TM2_121;
      case TWD67 -> Crs.TWD67_TM2_121;
    };
  }

  private static Step shift(Crs.Datum from, Crs.Datum to) {
    if (from == Crs.Datum.TWD67 && to == Crs.Datum.WGS84) {
      return Twd67Shift::toTwd97;
    }
    if (from == Crs.Datum.WGS84 && to == Crs.Datum.TWD67) {
      return Twd67Shift::toTwd67;
    }
    throw new IllegalArgumentException("no operation from " + from + " to " + to);
  }

  /** True if coordinates come out as they went in. */
  public boolean identity() {
    return steps.isEmpty();
  }

  /**
   * Transforms {@code count} points given as x,y pairs; source and target may be one array at one
   * offset. A point outside the domain of a projection becomes NaN, NaN.
   */
  public void apply(
      double[] source, int sourceOffset, double[] target, int targetOffset, int count) {
    if (source != target || sourceOffset != targetOffset) {
      System.arraycopy(source, sourceOffset, target, targetOffset, 2 * count);
    }
    for (Step step : steps) {
      step.apply(target, targetOffset, count);
    }
  }

  /** A copy in the target system with its SRID set; points outside the domain are NaN. */
  public Geometry apply(Geometry geometry) {
    Geometry copy = geometry.copy();
    if (!identity()) {
      copy.apply(new WholeSequences());
    }
    copy.apply((GeometryComponentFilter) part -> part.setSRID(to.srid()));
    return copy;
  }

  /**
   * As {@link #find(Bounds)}; a rectangle that lies wholly outside the domain throws {@link
   * IllegalArgumentException}.
   */
  public Bounds apply(Bounds bounds) {
    return find(bounds)
        .orElseThrow(
            () -> new IllegalArgumentException(bounds + " lies outside the domain of " + to));
  }

  /**
   * The rectangle around the transformed edges (each edge is sampled, since straight lines become
   * curved); parts outside the domain are cut off. Empty if nothing is left.
   */
  public Optional<Bounds> find(Bounds bounds) {
    if (!bounds.crs().equals(from)) {
      throw new IllegalArgumentException(bounds.crs() + " is not " + from);
    }
    if (identity()) {
      return Optional.of(Bounds.of(to, bounds.envelope()));
    }
    double[] edges = edges(bounds.envelope());
    apply(edges, 0, edges, 0, edges.length / 2);
    for (double value : edges) {
      if (Double.isNaN(value)) {
        edges = clamped(bounds);
        break;
      }
    }
    Envelope result = around(edges);
    return result.isNull() ? Optional.empty() : Optional.of(Bounds.of(to, result));
  }

  /** By way of degrees, where the domain of the target is a rectangle. */
  private double[] clamped(Bounds bounds) {
    Crs degrees = to.datum() == Crs.Datum.TWD67 ? Crs.TWD67 : Crs.CRS84;
    double[] points = grid(bounds.envelope().intersection(from.projection().map()));
    between(from, degrees).apply(points, 0, points, 0, points.length / 2);
    double[] inside = grid(around(points).intersection(to.projection().degrees()));
    between(degrees, to).apply(inside, 0, inside, 0, inside.length / 2);
    return inside;
  }

  private static double[] edges(Envelope box) {
    double[] points = new double[8 * SAMPLES];
    int at = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double x = sample(box.getMinX(), box.getMaxX(), i);
      double y = sample(box.getMinY(), box.getMaxY(), i);
      for (double value :
          new double[] {x, box.getMinY(), x, box.getMaxY(), box.getMinX(), y, box.getMaxX(), y}) {
        points[at++] = value;
      }
    }
    return points;
  }

  private static double[] grid(Envelope box) {
    if (box.isNull()) {
      return new double[0];
    }
    double[] points = new double[2 * SAMPLES * SAMPLES];
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      points[2 * i] = sample(box.getMinX(), box.getMaxX(), i % SAMPLES);
      points[2 * i + 1] = sample(box.getMinY(), box.getMaxY(), i / SAMPLES);
    }
    return points;
  }

  /** Both ends exactly. */
  private static double sample(double start, double end, int step) {
    double share = step / (SAMPLES - 1.0);
    return start * (1 - share) + end * share;
  }

  private static Envelope around(double[] points) {
    Envelope box = new Envelope();
    for (int i = 0; i < points.length; i += 2) {
      if (Double.isFinite(points[i]) && Double.isFinite(points[i + 1])) {
        box.expandToInclude(points[i], points[i + 1]);
      }
    }
    return box;
  }

  /** Takes each sequence whole when its first point is offered. */
  private final class WholeSequences implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int position) {
      if (position > 0) {
        return;
      }
      double[] xy = new double[2 * sequence.size()];
      for (int i = 0; i < sequence.size(); i++) {
        xy[2 * i] = sequence.getX(i);
        xy[2 * i + 1] = sequence.getY(i);
      }
      apply(xy, 0, xy, 0, sequence.size());
      for (int i = 0; i < sequence.size(); i++) {
        sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
        sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
