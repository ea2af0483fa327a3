package org.tuguan.core.map;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.style.Rule;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;

/**
 * Finds what a picture shows at one of its pixels: features that a rule draws at the picture's
 * scale, areas that hold the pixel's centre, points and lines within a few pixels of their symbol.
 */
public final class MapProbe {
  /** Farther away than this nobody means a symbol, however large its style makes it. */
  private static final double FARTHEST = 64;

  /** Features looked at, in key order; more than this many at one spot cannot be told apart. */
  private static final int MOST_CANDIDATES = 2_000;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final MapRequest map;
  private final Point target;

  /**
   * @param column of the pixel, from the west, from 0
   * @param row of the pixel, from the north, from 0
   */
  public MapProbe(MapRequest map, int column, int row) {
    this.map = map;
    this.target = GEOMETRIES.createPoint(new Coordinate(column + 0.5, row + 0.5));
  }

  private record Hit(Feature feature, double distance) {}

  /** At most {@code limit} features of one layer, nearest first, then in key order. */
  public List<Feature> find(StyledLayer.Vector layer, int limit) {
    VisibleRules rules = new VisibleRules(layer.style(), map.scaleDenominator());
    if (rules.none()) {
      return List.of();
    }
    Query query =
        Query.ALL.withBounds(neighbourhood()).withFilter(layer.filter()).withLimit(MOST_CANDIDATES);
    CoordinateTransform transform =
        CoordinateTransform.between(layer.source().type().crs(), map.bounds().crs());
    try (Stream<Feature> features = layer.source().features(query)) {
      return features
          .filter(feature -> feature.geometry() != null)
          .flatMap(feature -> hit(feature, rules.of(feature), transform).stream())
          .sorted(Comparator.comparingDouble(Hit::distance))
          .limit(limit)
          .map(Hit::feature)
          .toList();
    }
  }

  private Bounds neighbourhood() {
    double reach = FARTHEST * map.pixelRatio();
    double x = map.bounds().minX() + target.getX() * map.resolutionX();
    double y = map.bounds().maxY() - target.getY() * map.resolutionY();
    double reachX = reach * map.resolutionX();
    double reachY = reach * map.resolutionY();
    return new Bounds(map.bounds().crs(), x - reachX, y - reachY, x + reachX, y + reachY);
  }

  private Optional<Hit> hit(Feature feature, List<Rule> rules, CoordinateTransform transform) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Geometry pixels = transform.apply(feature.geometry());
    pixels.apply(new ToPixels());
    double reach = Math.min(FARTHEST, SymbolReach.of(rules, feature)) * map.pixelRatio();
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pixels.getNumGeometries(); i++) {
      Geometry part = pixels.getGeometryN(i);
      double distance = target.distance(part);
      if (distance <= (part.getDimension() == 2 ? 0 : reach)) {
        nearest = Math.min(nearest, distance);
      }
    }
    return Double.isFinite(nearest) ? Optional.of(new Hit(feature, nearest)) : Optional.empty();
  }

  private final class ToPixels implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      points.setOrdinate(i, 0, (points.getX(i) - map.bounds().minX()) / map.resolutionX());
      points.setOrdinate(i, 1, (map.bounds().maxY() - points.getY(i)) / map.resolutionY());
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
