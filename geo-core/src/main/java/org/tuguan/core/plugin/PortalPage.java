package org.tuguan.core.plugin;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Role;

/**
 * A bean that puts something of a plugin into the portal.
 *
 * @param id unique in the plugin: small letters, digits, hyphens
 * @param file within the plugin's {@link PluginManifest#PORTAL}: a page for {@link
 *     Place#NAVIGATION}, an ES module for the others
 * @param roles who sees it, any of these; empty for everybody. Hides, and protects nothing: that is
 *     the controllers' work
 */
public record PortalPage(String id, LocalText title, Place place, String file, Set<Role> roles) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
  private static final Pattern PATH = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./-]*");

  /** Where in the portal. */
  public enum Place {
    /** A link in the header of every page. */
    NAVIGATION,
    /**
     * A section of the administration: the module exports {@code open(pane, {status, session})},
     * called whenever the section is chosen.
     */
    ADMIN,
    /**
     * A panel of the map: the module exports {@code attach(pane, {map, status, session})}, called
     * when the panel is opened first; {@code map} is Leaflet's.
     */
    MAP
  }

  public PortalPage {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id '%s' of a page".formatted(id));
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(place);
    if (!PATH.matcher(file).matches()) {
      throw new IllegalArgumentException("file '%s' of the page %s".formatted(file, id));
    }
    roles = Set.copyOf(roles);
  }
}
