package org.tuguan.api.plugin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which addresses belong to plugins. Safe for any thread. */
@Component
public class PluginPaths {
  static final String API = "/api/v1/";
  static final String FILES = "/plugins/";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private volatile Set<String> ids = Set.of();

  void set(Set<String> known) {
    ids = Set.copyOf(known);
  }

  /**
   * The plugin, on or not, that an address belongs to.
   *
   * @param root {@link #API} or {@link #FILES}
   */
  Optional<String> find(HttpServletRequest request, String root) {
    String path = request.getServletPath();
    if (!path.startsWith(root)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', root.length());
    String id = path.substring(root.length(), end < 0 ? path.length() : end);
    return ids.contains(id) ? Optional.of(id) : Optional.empty();
  }

  /** A change by way of a plugin's endpoint. */
  public boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod()) && find(request, API).isPresent();
  }

  /** A change that needs no account: forms for the public. */
  public boolean isOpenForm(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && find(request, API)
            .filter(id -> request.getServletPath().startsWith(API + id + "/public/"))
            .isPresent();
  }
}
