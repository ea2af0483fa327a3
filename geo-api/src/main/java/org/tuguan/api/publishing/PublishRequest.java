package org.tuguan.api.publishing;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;

/**
 * A table or view that is to be published where it lies.
 *
 * @param table {@code schema.table}, or the table alone where that is plain
 * @param geometry column; empty if there is only one
 * @param key column with the feature ids; empty to find one
 * @param name of the layer; empty for the table's
 */
public record PublishRequest(
    String table,
    Optional<String> geometry,
    Optional<String> key,
    Optional<String> name,
    LayerWords words) {
  public PublishRequest {
    Objects.requireNonNull(table);
    Objects.requireNonNull(geometry);
    Objects.requireNonNull(key);
    Objects.requireNonNull(words);
    if (table.isBlank()) {
      throw RequestException.missing("table");
    }
    name.ifPresent(
        given -> {
          if (!Layer.NAME.matcher(given).matches()) {
            throw RequestException.invalid(
                "name", given, "up to 63 letters of any script, digits, and _ - .");
          }
        });
  }
}
