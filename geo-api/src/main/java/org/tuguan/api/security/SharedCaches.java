package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Keeps answers for one caller out of caches that others are answered from. Answers that say {@code
 * public} are the same for all the world and are left alone; all others vary with who asks, and
 * what an account or a key gets must not be kept without asking again.
 */
final class SharedCaches implements HeaderWriter {
  private static final List<String> PATHS =
      List.of("/api/", "/ogc", "/wms", "/wmts", "/tiles/", "/wfs", "/csw", "/k/");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String control = response.getHeader(HttpHeaders.CACHE_CONTROL);
    boolean open = control != null && control.contains("public");
    if (open || PATHS.stream().noneMatch(path::startsWith)) {
      return;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    if (control == null && !Callers.current().isAnonymous()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
  }
}
