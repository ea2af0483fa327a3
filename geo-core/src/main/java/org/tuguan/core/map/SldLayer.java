package org.tuguan.core.map;

import java.util.List;
import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;

/**
 * A layer as a style document asks for it: a {@code NamedLayer}, or a {@code UserLayer} over
 * published data.
 *
 * @param name of the published layer
 * @param styles each draws the layer once, in order; empty means the layer's default style
 * @param constraint which features at all; {@link Filter#INCLUDE} for all
 */
public record SldLayer(String name, List<Choice> styles, Filter constraint) {
  public SldLayer {
    Objects.requireNonNull(name);
    styles = List.copyOf(styles);
    Objects.requireNonNull(constraint);
  }

  /** One way to draw a layer. */
  public sealed interface Choice {
    /** Empty for a {@code UserStyle} without a name. */
    String name();
  }

  /** A style that the catalog has for the layer. */
  public record Named(String name) implements Choice {
    public Named {
      Objects.requireNonNull(name);
    }
  }

  /**
   * A style that the document brings along.
   *
   * @param isDefault marked as the default; used in library mode, when a request names the layer
   *     and no style
   */
  public record User(String name, boolean isDefault, Style style) implements Choice {
    public User {
      Objects.requireNonNull(name);
      Objects.requireNonNull(style);
    }
  }
}
