package org.tuguan.api.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.Extension;

/**
 * A name that somebody else has.
 *
 * @param point at which it is taken; empty for the id of a plugin
 */
record NameClash(Optional<Class<? extends Extension>> point, String name) {
  NameClash {
    Objects.requireNonNull(point);
    Objects.requireNonNull(name);
  }

  /**
   * Whether an extension has the name, among these; ids are no names of extensions.
   *
   * @param there what is attached
   */
  boolean isTaken(List<Extension> there) {
    return point
        .map(
            kind ->
                there.stream().anyMatch(each -> kind.isInstance(each) && each.name().equals(name)))
        .orElse(false);
  }
}
