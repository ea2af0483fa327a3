package org.tuguan.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All extensions of this server. Immutable; handed to constructors.
 *
 * <p>Two of one name at one point stop the start, since nobody could say which one answers.
 */
public final class ExtensionRegistry {
  private final List<Extension> extensions;

  public ExtensionRegistry(Collection<? extends Extension> extensions) {
    this.extensions =
        extensions.stream()
            .sorted(Comparator.comparingInt(Extension::priority).thenComparing(Extension::name))
            .map(Extension.class::cast)
            .toList();
  }

  /** All of this kind, by priority; empty is fine. */
  public <E extends Extension> List<E> list(Class<E> point) {
    List<E> found = extensions.stream().filter(point::isInstance).map(point::cast).toList();
    Set<String> names = new LinkedHashSet<>();
    for (E each : found) {
      if (!names.add(each.name())) {
        throw new IllegalStateException(
            "two %s are called %s".formatted(point.getSimpleName(), each.name()));
      }
    }
    return found;
  }

  public <E extends Extension> Optional<E> find(Class<E> point, String name) {
    return list(point).stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
