package org.tuguan.core.catalog;

import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A layer that the caller may not see, and may know of since it is advertised.
 *
 * @param agency id of the agency that answers for it
 * @param how to get it
 */
public record Offer(
    String name, LocalText title, LocalText summary, String theme, String agency, LocalText how) {
  public Offer {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(how);
  }
}
