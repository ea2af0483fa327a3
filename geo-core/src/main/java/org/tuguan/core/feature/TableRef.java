package org.tuguan.core.feature;

import java.util.Objects;

/**
 * A table or view of the connected database that holds features.
 *
 * @param schema of the table, unquoted
 * @param keyColumn unique and not null; its values are the feature ids
 * @param keyIsText true if keys are compared as text, byte by byte; false if as whole numbers
 * @param type attributes, geometry and system; its name is the layer's
 */
public record TableRef(
    String schema, String table, String keyColumn, boolean keyIsText, FeatureType type) {
  public TableRef {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(table);
    Objects.requireNonNull(keyColumn);
    Objects.requireNonNull(type);
  }
}
