package org.tuguan.plugin.coverage.area;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The ground that lies in at least {@code times} of some outlines of any form: circles as polygons,
 * what is seen between buildings. Each zone is measured from the outlines near it alone, as exactly
 * as they are; slower than {@link DiscReach}. An outline is asked for when it is needed and not
 * kept.
 */
public final class OutlineReach implements Reach {
  private final HPRtree index = new HPRtree();
  private final int size;
  private final IntFunction<Outline> outlines;
  private final int times;

  /**
   * @param boxes around each outline, or larger
   * @param outlines the outline with that number; asked by several threads
   * @param times how many must lie over each other, at least 1
   */
  public OutlineReach(List<Envelope> boxes, IntFunction<Outline> outlines, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times " + times + " is less than 1");
    }
    this.size = boxes.size();
    this.outlines = outlines;
    this.times = times;
    for (int i = 0; i < size; i++) {
      index.insert(boxes.get(i), i);
    }
    index.build();
  }

  /**
   * @param polygons valid, in EPSG:3826
   */
  public static OutlineReach of(List<Polygon> polygons, int times) {
    List<Outline> laidOut = polygons.stream().map(Outline::of).toList();
    List<Envelope> boxes = polygons.stream().map(Polygon::getEnvelopeInternal).toList();
    return new OutlineReach(boxes, laidOut::get, times);
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public boolean contains(double x, double y) {
    int found = 0;
    for (int number : near(new Envelope(x, x, y, y))) {
      if (outlines.apply(number).contains(x, y) && ++found == times) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double area(Zone zone) {
    int[] near = near(zone.bounds());
    if (near.length < times) {
      return 0;
    }
    DepthSweep sweep = new DepthSweep(zone);
    for (int number : near) {
      sweep.add(outlines.apply(number));
    }
    return Math.min(Math.max(sweep.area(times), 0), zone.area());
  }

  private int[] near(Envelope box) {
    if (size == 0) {
      return new int[0];
    }
    int[] found = index.query(box).stream().mapToInt(item -> (Integer) item).toArray();
    Arrays.sort(found);
    return found;
  }
}
