package org.tuguan.core.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * One thing on a map. Filters and expressions of GeoTools read it by attribute name ({@link
 * FeaturePropertyAccess}); the empty name and the type's geometry name give the geometry.
 *
 * <p>Not copied for speed: whoever makes one gives its geometry and values away.
 */
public final class Feature {
  private static final long POINT_BYTES = 40;

  private final FeatureType type;
  private final String id;
  private final byte[] wkb;
  private final Object[] values;
  private Geometry geometry;

  /**
   * @param id stable key of the row, without the layer's name
   * @param geometry in the type's system, x east; null if the row has none
   * @param values in the order of the type's attributes; null where there is no value
   */
  public Feature(FeatureType type, String id, Geometry geometry, Object[] values) {
    this(type, id, null, geometry, values);
  }

  private Feature(FeatureType type, String id, byte[] wkb, Geometry geometry, Object[] values) {
    if (values.length != type.attributes().size()) {
      throw new IllegalArgumentException("values do not fit " + type.name());
    }
    this.type = type;
    this.id = id;
    this.wkb = wkb;
    this.geometry = geometry;
    this.values = values;
  }

  /**
   * A feature whose geometry is read when it is first asked for, by one thread.
   *
   * @param wkb as PostGIS writes it; null if there is none
   */
  public static Feature ofWkb(FeatureType type, String id, byte[] wkb, Object[] values) {
    return new Feature(type, id, wkb, null, values);
  }

  public FeatureType type() {
    return type;
  }

  public String id() {
    return id;
  }

  /** Null if there is none. */
  public Geometry geometry() {
    if (geometry == null && wkb != null) {
      geometry = read();
    }
    return geometry;
  }

  private Geometry read() {
    try {
      return new WKBReader(new GeometryFactory(new PrecisionModel(), type.crs().srid())).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry of layer " + type.name(), e);
    }
  }

  /** The geometry as WKB; null if there is none. Only to be read. */
  public byte[] wkb() {
    return wkb != null || geometry == null ? wkb : new WKBWriter(dimensions()).write(geometry);
  }

  /** The geometry as WKB, if nobody has asked for it in any other way. Only to be read. */
  public Optional<byte[]> packed() {
    return geometry == null ? Optional.ofNullable(wkb) : Optional.empty();
  }

  private int dimensions() {
    Coordinate first = geometry.getCoordinate();
    return first != null && Double.isFinite(first.getZ()) ? 3 : 2;
  }

  public List<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  public Object value(int position) {
    return values[position];
  }

  /** Null if there is no value or no such attribute. */
  public Object value(String attribute) {
    int position = type.position(attribute);
    return position < 0 ? null : values[position];
  }

  /** Memory that it takes, roughly. */
  long bytes() {
    long total = 64 + 2L * id.length() + 32L * values.length;
    for (Object value : values) {
      total += value instanceof String text ? 2L * text.length() : 0;
    }
    if (wkb != null) {
      return total + wkb.length;
    }
    return geometry == null ? total : total + 200 + POINT_BYTES * geometry.getNumPoints();
  }
}
