package org.tuguan.core.feature;

import java.util.Objects;

/**
 * A column of a data set that people see.
 *
 * @param name as in the table, any script; never the key or the geometry
 */
public record Attribute(String name, AttributeType type) {
  public Attribute {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }
}
