package org.tuguan.plugin.coverage.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The ground that lies in at least so many of some outlines of any form: circles as polygons, what
 * is seen between buildings. Each zone is measured from the outlines near it alone, as exactly as
 * they are; slower than {@link DiscReach}. An outline is asked for when a zone near it is measured;
 * whoever hands them over decides what is held meanwhile. Of measured zones only areas are kept.
 */
public final class OutlineReach implements Reach {
  private final HPRtree index;
  private final int size;
  private final IntFunction<Outline> outlines;
  private final int most;
  private final int times;
  private final Map<Zone, double[]> measured;

  private OutlineReach(OutlineReach all, int times) {
    this.index = all.index;
    this.size = all.size;
    this.outlines = all.outlines;
    this.most = all.most;
    this.times = times;
    this.measured = all.measured;
  }

  private OutlineReach(List<Envelope> boxes, IntFunction<Outline> outlines, int most) {
    this.index = new HPRtree();
    this.size = boxes.size();
    this.outlines = outlines;
    this.most = most;
    this.times = 1;
    this.measured = new ConcurrentHashMap<>();
    for (int i = 0; i < size; i++) {
      index.insert(boxes.get(i), i);
    }
    index.build();
  }

  /**
   * What lies in at least one outline, in at least two, and so on. A zone that one of them has
   * measured is known to the others.
   *
   * @param boxes around each outline, or larger
   * @param outlines the outline with that number; asked by several threads
   * @param most how many over each other are of interest, at least 1
   */
  public static List<Reach> upTo(int most, List<Envelope> boxes, IntFunction<Outline> outlines) {
    if (most < 1) {
      throw new IllegalArgumentException("times " + most + " is less than 1");
    }
    OutlineReach all = new OutlineReach(boxes, outlines, most);
    List<Reach> reaches = new ArrayList<>();
    for (int times = 1; times <= most; times++) {
      reaches.add(new OutlineReach(all, times));
    }
    return reaches;
  }

  /**
   * As {@link #upTo(int, List, IntFunction)}.
   *
   * @param polygons valid, in EPSG:3826
   */
  public static List<Reach> upTo(int most, List<Polygon> polygons) {
    List<Outline> laidOut = polygons.stream().map(Outline::of).toList();
    List<Envelope> boxes = polygons.stream().map(Polygon::getEnvelopeInternal).toList();
    return upTo(most, boxes, laidOut::get);
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
    double area = measured.computeIfAbsent(zone, this::measure)[times - 1];
    return Math.min(Math.max(area, 0), zone.area());
  }

  private double[] measure(Zone zone) {
    int[] near = near(zone.bounds());
    if (near.length == 0) {
      return new double[most];
    }
    DepthSweep sweep = new DepthSweep(zone);
    for (int number : near) {
      sweep.add(outlines.apply(number));
    }
    return sweep.areas(most);
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
