package org.tuguan.api.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * What a request shows as its key, right or wrong.
 *
 * @param text as it was written
 * @param path under the server's root, without the key
 */
record PresentedKey(Form form, String text, String path) {
  /** Where the key stood. */
  enum Form {
    /** {@code /k/{key}/wms}. */
    PATH,
    /** {@code /wms?key=…}. */
    QUERY,
    /** {@code Authorization: Bearer …}. */
    HEADER
  }

  static final String PREFIX = "/k/";
  private static final String PARAMETER = "key";
  private static final String BEARER = "bearer ";

  /** Elsewhere a parameter of this name may mean something else. */
  private static final List<String> SERVICES =
      List.of("/wms", "/wmts", "/wfs", "/csw", "/tiles", "/ogc");

  /** The one in the path goes before the one in the query, and that before the header. */
  static Optional<PresentedKey> find(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith(PREFIX)) {
      int end = path.indexOf('/', PREFIX.length());
      return Optional.of(
          end < 0
              ? new PresentedKey(Form.PATH, path.substring(PREFIX.length()), "")
              : new PresentedKey(
                  Form.PATH, path.substring(PREFIX.length(), end), path.substring(end)));
    }
    return inQuery(request.getQueryString())
        .filter(text -> isService(path) || text.startsWith("tg_"))
        .map(text -> new PresentedKey(Form.QUERY, text, path))
        .or(
            () ->
                inHeader(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .map(text -> new PresentedKey(Form.HEADER, text, path)));
  }

  private static boolean isService(String path) {
    return SERVICES.stream()
        .anyMatch(service -> path.equals(service) || path.startsWith(service + "/"));
  }

  private static Optional<String> inQuery(String query) {
    return Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
        .filter(PresentedKey::isKey)
        .map(pair -> pair.substring(Math.min(pair.length(), PARAMETER.length() + 1)))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** True for {@code key=…} in a query; names are read in any case, as OGC services do. */
  static boolean isKey(String pair) {
    String lower = pair.toLowerCase(Locale.ROOT);
    return lower.equals(PARAMETER) || lower.startsWith(PARAMETER + "=");
  }

  private static Optional<String> inHeader(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  @Override
  public String toString() {
    return form + " " + path;
  }
}
