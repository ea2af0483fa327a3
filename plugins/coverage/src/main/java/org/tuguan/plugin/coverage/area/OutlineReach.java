package org.tuguan.plugin.coverage.area;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
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

/**
 * The ground inside the union of outlines of any form: circles as polygons, what is seen between
 * buildings. Measured by polygon overlay; slower than {@link DiscReach}, and as exact as the
 * outlines are.
 */
public final class OutlineReach implements Reach {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private record Part(Polygon polygon, IndexedPointInAreaLocator locator) {}

  private final HPRtree parts = new HPRtree();
  private final Geometry union;

  /**
   * @param outlines polygonal, in EPSG:3826
   */
  public OutlineReach(List<? extends Geometry> outlines) {
    union =
        outlines.isEmpty()
            ? GEOMETRIES.createPolygon()
            : UnaryUnionNG.union(List.copyOf(outlines), GEOMETRIES, new PrecisionModel());
    for (int i = 0; i < union.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) union.getGeometryN(i);
      parts.insert(
          polygon.getEnvelopeInternal(), new Part(polygon, new IndexedPointInAreaLocator(polygon)));
    }
    parts.build();
  }

  /** All of it as one geometry in EPSG:3826. */
  public Geometry union() {
    return union;
  }

  @Override
  public boolean isEmpty() {
    return union.isEmpty();
  }

  @Override
  public boolean contains(double x, double y) {
    Coordinate point = new Coordinate(x, y);
    return near(new Envelope(point)).stream()
        .anyMatch(part -> part.locator().locate(point) != Location.EXTERIOR);
  }

  @Override
  public double area(Zone zone) {
    double sum = 0;
    for (Part part : near(zone.bounds())) {
      sum +=
          OverlayNGRobust.overlay(part.polygon(), zone.geometry(), OverlayNG.INTERSECTION)
              .getArea();
    }
    return sum;
  }

  private List<Part> near(Envelope box) {
    if (union.isEmpty()) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<Part> found = parts.query(box);
    return found;
  }
}
