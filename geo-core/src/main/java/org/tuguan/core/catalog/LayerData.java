package org.tuguan.core.catalog;

import java.util.Objects;
import org.tuguan.core.feature.FeatureType;

/** Where the data of a layer are. */
public sealed interface LayerData {
  /**
   * A table or view of the connected database.
   *
   * @param schema of the table, unquoted
   * @param keyColumn unique and not null; its values are the feature ids
   * @param keyIsText true if keys are compared as text, false if as whole numbers
   * @param type attributes, geometry and system; its name is the layer's
   */
  record Table(String schema, String table, String keyColumn, boolean keyIsText, FeatureType type)
      implements LayerData {
    public Table {
      Objects.requireNonNull(schema);
      Objects.requireNonNull(table);
      Objects.requireNonNull(keyColumn);
      Objects.requireNonNull(type);
    }
  }

  /**
   * A GeoTIFF, kept in the database and copied to a local file when first drawn.
   *
   * @param sha256 of the file, lower-case hexadecimal
   * @param bytes its size
   */
  record Raster(String sha256, long bytes) implements LayerData {}
}
