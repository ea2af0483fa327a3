package org.tuguan.core.feature;

import org.geotools.filter.expression.PropertyAccessor;
import org.geotools.filter.expression.PropertyAccessorFactory;
import org.geotools.util.Converters;
import org.geotools.util.factory.Hints;

/**
 * Lets filters and expressions of GeoTools read a {@link Feature}: by attribute name, the geometry
 * by its name or the empty name, and {@code @id}. Found by GeoTools through its service file.
 *
 * <p>A name that the type does not have gives null, as GeoTools does for its own features.
 */
public final class FeaturePropertyAccess implements PropertyAccessorFactory, PropertyAccessor {
  /** Name under which filters read the id of a feature. */
  public static final String ID = "@id";

  @Override
  public PropertyAccessor createPropertyAccessor(
      Class<?> type, String path, Class<?> target, Hints hints) {
    return Feature.class.isAssignableFrom(type) ? this : null;
  }

  @Override
  public boolean canHandle(Object object, String path, Class<?> target) {
    return object instanceof Feature;
  }

  @Override
  public <T> T get(Object object, String path, Class<T> target) {
    Object value = value((Feature) object, path);
    @SuppressWarnings("unchecked")
    T result =
        target == null || target.isInstance(value) ? (T) value : Converters.convert(value, target);
    return result;
  }

  private static Object value(Feature feature, String path) {
    int position = feature.type().position(path);
    if (position >= 0) {
      return feature.value(position);
    }
    if (path.isEmpty() || path.equals(feature.type().geometryName())) {
      return feature.geometry();
    }
    return path.equals(ID) ? feature.id() : null;
  }

  @Override
  public <T> void set(Object object, String path, T value, Class<T> target) {
    throw new UnsupportedOperationException("features do not change");
  }
}
