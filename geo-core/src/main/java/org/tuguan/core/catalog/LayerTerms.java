package org.tuguan.core.catalog;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Access;
import org.tuguan.core.access.Right;

/**
 * What one caller may do with a layer.
 *
 * @param access of the caller
 * @param everyones access of those who say nothing of themselves
 * @param offer how to get the layer, or more of it, if that is advertised
 */
public record LayerTerms(Access access, Access everyones, Optional<LocalText> offer) {
  /** Everybody may do everything. */
  public static final LayerTerms OPEN = new LayerTerms(Access.FULL, Access.FULL, Optional.empty());

  public LayerTerms {
    Objects.requireNonNull(access);
    Objects.requireNonNull(everyones);
    Objects.requireNonNull(offer);
  }

  public boolean allow(Right right) {
    return access.allows(right);
  }

  /** True if what this right lets one see is the same for all the world. */
  public boolean isPublic(Right right) {
    return access.ground(right).equals(everyones.ground(right));
  }
}
