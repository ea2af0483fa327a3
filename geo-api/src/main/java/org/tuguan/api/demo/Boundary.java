package org.tuguan.api.demo;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A district or a village, ready for many questions. Geometry in EPSG:3826. */
final class Boundary {
  private final String code;
  private final String nameZh;
  private final String nameEn;
  private final String parentCode;
  private final String parentZh;
  private final Geometry geometry;
  private final PreparedGeometry prepared;
  private final IndexedPointInAreaLocator locator;

  /**
   * @param parentCode of the district a village lies in; empty for a district
   */
  Boundary(
      String code,
      String nameZh,
      String nameEn,
      String parentCode,
      String parentZh,
      Geometry geometry) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.parentCode = parentCode;
    this.parentZh = parentZh;
    this.geometry = geometry;
    this.prepared = PreparedGeometryFactory.prepare(geometry);
    this.locator = new IndexedPointInAreaLocator(geometry);
  }

  String code() {
    return code;
  }

  String nameZh() {
    return nameZh;
  }

  String nameEn() {
    return nameEn;
  }

  String parentCode() {
    return parentCode;
  }

  String parentZh() {
    return parentZh;
  }

  Geometry geometry() {
    return geometry;
  }

  boolean contains(double x, double y) {
    return geometry.getEnvelopeInternal().contains(x, y)
        && locator.locate(new Coordinate(x, y)) == Location.INTERIOR;
  }

  boolean covers(Geometry other) {
    return prepared.covers(other);
  }
}
