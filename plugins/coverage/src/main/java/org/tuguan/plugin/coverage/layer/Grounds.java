package org.tuguan.plugin.coverage.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.tuguan.plugin.coverage.area.Outlines;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.Footprints;

/**
 * Ground for drawing, from outlines in EPSG:3826. Outlines that hang together are worked out
 * together and each such group by itself, on all processors: a city is many small problems, and
 * what is drawn is the same.
 */
public final class Grounds {
  private static final double TOLERANCE_M = 0.5;
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory(CENTIMETRES);

  private Grounds() {}

  /** The circle of each station that counts, with so many corners. */
  static List<Polygon> outlines(Footprints footprints, int segments) {
    return Outlines.of(footprints.discs(), segments);
  }

  /** The ground of a figure: circles with so many corners, or what antennas see. */
  public static List<Polygon> drawn(Measured measured, Figures figures, int segments) {
    return measured.query().sight()
        ? parts(figures.picture(measured.ground(), segments, TOLERANCE_M))
        : union(outlines(measured.footprints(), segments));
  }

  /** All of it, overlaps once: parts that do not meet. */
  static List<Polygon> union(List<? extends Geometry> outlines) {
    return groups(outlines).parallelStream()
        .map(group -> pick(outlines, group))
        .map(group -> group.size() == 1 ? group.get(0) : Outlines.union(group))
        .flatMap(ground -> parts(ground).stream())
        .toList();
  }

  /** What is in one union and not in the other. */
  static List<Polygon> without(List<Polygon> ground, List<Polygon> other) {
    HPRtree index = index(other);
    return ground.parallelStream()
        .flatMap(part -> parts(without(part, other, index)).stream())
        .toList();
  }

  private static Geometry without(Polygon part, List<Polygon> other, HPRtree index) {
    Polygon[] near =
        near(index, part.getEnvelopeInternal()).stream().map(other::get).toArray(Polygon[]::new);
    return near.length == 0
        ? part
        : OverlayNGRobust.overlay(
            part, part.getFactory().createMultiPolygon(near), OverlayNG.DIFFERENCE);
  }

  /**
   * Ground by how many outlines lie over it.
   *
   * @param most more than so many count as so many
   */
  static Map<Integer, List<Polygon>> depths(List<? extends Geometry> outlines, int most) {
    return gather(
        groups(outlines).parallelStream()
            .map(group -> depthsOfGroup(pick(outlines, group), most))
            .toList());
  }

  private static Map<Integer, List<Polygon>> depthsOfGroup(List<Geometry> outlines, int most) {
    if (outlines.size() == 1) {
      return Map.of(1, parts(outlines.get(0)));
    }
    List<Geometry> edges = new ArrayList<>();
    for (Geometry outline : outlines) {
      edges.add(GeometryPrecisionReducer.reducePointwise(outline.getBoundary(), CENTIMETRES));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionNG.union(edges, GEOMETRIES, CENTIMETRES));
    Map<Integer, List<Polygon>> faces = new TreeMap<>();
    HPRtree index = index(outlines);
    for (Object found : polygonizer.getPolygons()) {
      Polygon face = (Polygon) found;
      int times = Math.min(most, times(face.getInteriorPoint().getCoordinate(), outlines, index));
      if (times > 0) {
        faces.computeIfAbsent(times, key -> new ArrayList<>()).add(face);
      }
    }
    faces.replaceAll((times, parts) -> parts(CoverageUnion.union(parts.toArray(Polygon[]::new))));
    return faces;
  }

  private static int times(Coordinate place, List<Geometry> outlines, HPRtree index) {
    int times = 0;
    for (int number : near(index, new Envelope(place))) {
      if (SimplePointInAreaLocator.locate(place, outlines.get(number)) != Location.EXTERIOR) {
        times++;
      }
    }
    return times;
  }

  /**
   * Ground between one limit and the next.
   *
   * @param outlines by limit, the widest first
   * @return by the limit that is still kept there
   */
  static Map<Integer, List<Polygon>> bands(LinkedHashMap<Integer, List<Polygon>> outlines) {
    Map<Integer, List<Polygon>> bands = new TreeMap<>();
    List<Polygon> wider = List.of();
    int limit = 0;
    for (Map.Entry<Integer, List<Polygon>> each : outlines.entrySet()) {
      List<Polygon> reached = union(each.getValue());
      if (!wider.isEmpty()) {
        bands.put(limit, without(wider, reached));
      }
      wider = reached;
      limit = each.getKey();
    }
    bands.put(limit, wider);
    return bands;
  }

  private static Map<Integer, List<Polygon>> gather(List<Map<Integer, List<Polygon>>> groups) {
    Map<Integer, List<Polygon>> all = new TreeMap<>();
    for (Map<Integer, List<Polygon>> group : groups) {
      group.forEach((key, parts) -> all.computeIfAbsent(key, k -> new ArrayList<>()).addAll(parts));
    }
    return all;
  }

  private static List<Geometry> pick(List<? extends Geometry> outlines, int[] group) {
    return Arrays.stream(group).mapToObj(number -> (Geometry) outlines.get(number)).toList();
  }

  /** Numbers of outlines whose boxes hang together; no outline meets one of another group. */
  private static List<int[]> groups(List<? extends Geometry> outlines) {
    int[] root = IntStream.range(0, outlines.size()).toArray();
    HPRtree index = index(outlines);
    for (int i = 0; i < root.length; i++) {
      for (int other : near(index, outlines.get(i).getEnvelopeInternal())) {
        root[root(root, i)] = root(root, other);
      }
    }
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < root.length; i++) {
      groups.computeIfAbsent(root(root, i), key -> new ArrayList<>()).add(i);
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static int root(int[] root, int of) {
    int at = of;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static HPRtree index(List<? extends Geometry> geometries) {
    HPRtree index = new HPRtree();
    for (int i = 0; i < geometries.size(); i++) {
      index.insert(geometries.get(i).getEnvelopeInternal(), i);
    }
    index.build();
    return index;
  }

  @SuppressWarnings("unchecked")
  private static List<Integer> near(HPRtree index, Envelope box) {
    return index.size() == 0 ? List.of() : (List<Integer>) (List<?>) index.query(box);
  }

  private static List<Polygon> parts(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        parts.add(polygon);
      }
    }
    return parts;
  }
}
