package org.tuguan.core.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** The shape of a data set: its attributes in order, and what its geometry is. Immutable. */
public final class FeatureType {
  private final String name;
  private final List<Attribute> attributes;
  private final String geometryName;
  private final GeometryKind geometryKind;
  private final Crs crs;
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * @param name the layer's name
   * @param geometryName name of the geometry column
   * @param crs in which geometries are stored and returned
   */
  public FeatureType(
      String name,
      List<Attribute> attributes,
      String geometryName,
      GeometryKind geometryKind,
      Crs crs) {
    this.name = Objects.requireNonNull(name);
    this.attributes = List.copyOf(attributes);
    this.geometryName = Objects.requireNonNull(geometryName);
    this.geometryKind = Objects.requireNonNull(geometryKind);
    this.crs = Objects.requireNonNull(crs);
    for (int i = 0; i < this.attributes.size(); i++) {
      if (positions.put(this.attributes.get(i).name(), i) != null) {
        throw new IllegalArgumentException("two attributes " + this.attributes.get(i).name());
      }
    }
  }

  public String name() {
    return name;
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  public String geometryName() {
    return geometryName;
  }

  public GeometryKind geometryKind() {
    return geometryKind;
  }

  public Crs crs() {
    return crs;
  }

  /**
   * Position in {@link #attributes} and in {@link Feature#values}, or -1; names are compared
   * exactly.
   */
  public int position(String attribute) {
    return positions.getOrDefault(attribute, -1);
  }

  public Optional<Attribute> findAttribute(String attribute) {
    int position = position(attribute);
    return position < 0 ? Optional.empty() : Optional.of(attributes.get(position));
  }

  /**
   * As {@link #findAttribute}; if there is none, a fault that names the parameter and lists those
   * there are.
   */
  public Attribute getAttribute(String parameter, String attribute) {
    return findAttribute(attribute)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    parameter,
                    attribute,
                    "no such attribute; there are "
                        + String.join(", ", attributes.stream().map(Attribute::name).toList())));
  }
}
