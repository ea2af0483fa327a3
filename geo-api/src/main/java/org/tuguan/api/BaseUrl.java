package org.tuguan.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The server's root as the caller sees it, behind whatever proxies. */
public final class BaseUrl {
  private BaseUrl() {}

  /** For example {@code https://maps.example.org/tuguan}, without a slash at the end. */
  public static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
  }
}
