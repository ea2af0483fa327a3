package org.tuguan.core.plugin;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tuguan.core.LocalText;

/**
 * A table or view of a plugin's own schema that is to be an ordinary layer of the library.
 *
 * @param name of the layer: small letters, digits, {@code _ -}; begins with the plugin's id
 * @param table without the schema; of a view too
 * @param key column with unique values that are never null
 * @param geometry column, of one declared system
 * @param theme id; empty for the theme of what has none
 * @param agency id of the agency that answers for it; empty if none does
 * @param synthetic true if the data are made up
 * @param style SLD 1.0 or SE 1.1; empty for a simple one
 */
public record PluginLayer(
    String name,
    String table,
    String key,
    String geometry,
    LocalText title,
    Optional<String> theme,
    Optional<String> agency,
    Opening opening,
    boolean synthetic,
    Optional<String> style) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{1,61}");

  /** Who may use a layer when it is published first; later that is the administrators' to say. */
  public enum Opening {
    /** Everybody. */
    PUBLIC,
    /** All agencies of the city. */
    CITY,
    /** Administrators and the data owners of its agency. */
    RESTRICTED
  }

  public PluginLayer {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name '%s' of a layer".formatted(name));
    }
    Objects.requireNonNull(table);
    Objects.requireNonNull(key);
    Objects.requireNonNull(geometry);
    Objects.requireNonNull(title);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(opening);
    Objects.requireNonNull(style);
  }
}
