package org.tuguan.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All extensions of this server: its own, and those of the plugins that are on at the moment of
 * asking. Handed to constructors; safe for any thread.
 *
 * <p>Two of one name at one point are refused, since nobody could say which one answers.
 */
public final class ExtensionRegistry {
  private final List<Extension> own;
  private final Supplier<? extends Collection<Extension>> attached;

  /** With these alone. */
  public ExtensionRegistry(Collection<? extends Extension> extensions) {
    this(extensions, List::of);
  }

  /**
   * @param attached what plugins bring, at the moment
   */
  public ExtensionRegistry(
      Collection<? extends Extension> own, Supplier<? extends Collection<Extension>> attached) {
    this.own = List.copyOf(own);
    this.attached = attached;
  }

  /** All of this kind, by priority; empty is fine. */
  public <E extends Extension> List<E> list(Class<E> point) {
    List<E> found =
        Stream.concat(own.stream(), attached.get().stream())
            .filter(point::isInstance)
            .map(point::cast)
            .sorted(Comparator.comparingInt(Extension::priority).thenComparing(Extension::name))
            .toList();
    Set<String> names = new LinkedHashSet<>();
    for (E each : found) {
      if (point != Extension.class && !names.add(each.name())) {
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
