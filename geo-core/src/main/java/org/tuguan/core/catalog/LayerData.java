package org.tuguan.core.catalog;

import java.util.Objects;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.TableRef;

/** Where the data of a layer are. */
public sealed interface LayerData {
  /** A table or view of the connected database. */
  record Table(TableRef ref) implements LayerData {
    public Table {
      Objects.requireNonNull(ref);
    }

    public FeatureType type() {
      return ref.type();
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
