package org.tuguan.core.feature;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * The part of a data set that lies in an area: other features are not there, those that reach over
 * its border end at it. What does no more than touch the border (to a tenth of a metre) is outside,
 * so that an area along the borders of features does not open their neighbours. Safe for any
 * thread.
 */
public final class AreaFeatureSource implements FeatureSource {
  private static final double METRES = 0.1;
  private static final double DEGREES = 1e-6;

  private final FeatureSource source;
  private final Geometry area;
  private final PreparedGeometry prepared;
  private final Filter inside;

  /**
   * @param area polygons in CRS:84, longitude first
   */
  public AreaFeatureSource(FeatureSource source, Geometry area) {
    FeatureType type = source.type();
    Geometry here = CoordinateTransform.between(Crs.CRS84, type.crs()).apply(area);
    Geometry shrunk = here.buffer(type.crs().geographic() ? -DEGREES : -METRES);
    this.source = source;
    this.area = here;
    this.prepared = PreparedGeometryFactory.prepare(here);
    FilterFactory filters = CommonFactoryFinder.getFilterFactory();
    this.inside =
        filters.intersects(
            filters.property(type.geometryName()),
            filters.literal(shrunk.isEmpty() ? here : shrunk));
  }

  @Override
  public FeatureType type() {
    return source.type();
  }

  @Override
  public long count(Query query) {
    return source.count(restricted(query));
  }

  @Override
  public Stream<Feature> features(Query query) {
    return outside(query) ? Stream.empty() : source.features(restricted(query)).map(this::cut);
  }

  /** True if nothing can be there; then the data need not be asked. */
  private boolean outside(Query query) {
    return query
        .bounds()
        .flatMap(box -> CoordinateTransform.between(box.crs(), type().crs()).find(box))
        .filter(box -> !box.envelope().intersects(area.getEnvelopeInternal()))
        .isPresent();
  }

  private Query restricted(Query query) {
    return query.withFilter(EcqlReader.and(query.filter(), inside));
  }

  @Override
  public Optional<Feature> find(String id) {
    return source
        .find(id)
        .filter(each -> each.geometry() != null && inside.evaluate(each))
        .map(this::cut);
  }

  private Feature cut(Feature feature) {
    return prepared.covers(feature.geometry())
        ? feature
        : new Feature(
            feature.type(), feature.id(), cut(feature.geometry()), feature.values().toArray());
  }

  /** Of the kind that it was: lines and points that are left of a polygon's border are dropped. */
  private Geometry cut(Geometry geometry) {
    Geometry left;
    try {
      left = OverlayNGRobust.overlay(geometry, area, OverlayNG.INTERSECTION);
    } catch (TopologyException | IllegalArgumentException crooked) {
      left = OverlayNGRobust.overlay(GeometryFixer.fix(geometry), area, OverlayNG.INTERSECTION);
    }
    Geometry kept = left;
    if (left.getNumGeometries() > 1) {
      Geometry[] parts = new Geometry[left.getNumGeometries()];
      int count = 0;
      for (int i = 0; i < parts.length; i++) {
        if (left.getGeometryN(i).getDimension() == geometry.getDimension()) {
          parts[count++] = left.getGeometryN(i);
        }
      }
      kept = geometry.getFactory().buildGeometry(Arrays.asList(parts).subList(0, count));
    }
    kept.setSRID(geometry.getSRID());
    return kept;
  }

  @Override
  public Optional<Bounds> bounds() {
    Envelope whole = source.bounds().map(Bounds::envelope).orElseGet(Envelope::new);
    Envelope common = whole.intersection(area.getEnvelopeInternal());
    return common.isNull() ? Optional.empty() : Optional.of(Bounds.of(type().crs(), common));
  }
}
