package org.tuguan.core.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

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
  private final Geometry geometry;
  private final Object[] values;

  /**
   * @param id stable key of the row, without the layer's name
   * @param geometry in the type's system, x east; null if the row has none
   * @param values in the order of the type's attributes; null where there is no value
   */
  public Feature(FeatureType type, String id, Geometry geometry, Object[] values) {
    if (values.length != type.attributes().size()) {
      throw new IllegalArgumentException("values do not fit " + type.name());
    }
    this.type = type;
    this.id = id;
    this.geometry = geometry;
    this.values = values;
  }

  public FeatureType type() {
    return type;
  }

  public String id() {
    return id;
  }

  public Geometry geometry() {
    return geometry;
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
    return geometry == null ? total : total + 200 + POINT_BYTES * geometry.getNumPoints();
  }
}
