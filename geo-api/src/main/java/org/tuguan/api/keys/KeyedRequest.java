package org.tuguan.api.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request without its key. If that stood in the path or the query, everything behind sees a
 * server whose root is {@code /k/{key}}: no path need know of keys, and every link made from the
 * root carries it.
 */
final class KeyedRequest extends HttpServletRequestWrapper {
  private final PresentedKey key;
  private final String root;

  /**
   * @param key one that is valid, so that it needs no encoding
   */
  KeyedRequest(HttpServletRequest request, PresentedKey key) {
    super(request);
    this.key = key;
    this.root =
        key.form() == PresentedKey.Form.HEADER
            ? request.getContextPath()
            : request.getContextPath() + PresentedKey.PREFIX + key.text();
  }

  private HttpServletRequest original() {
    return (HttpServletRequest) getRequest();
  }

  @Override
  public String getContextPath() {
    return root;
  }

  /** Without the key, if it is there: after a forward it is not. */
  private String unkeyed(String path) {
    String prefix = PresentedKey.PREFIX + key.text();
    return key.form() == PresentedKey.Form.PATH && path.startsWith(prefix)
        ? path.substring(prefix.length())
        : path;
  }

  @Override
  public String getRequestURI() {
    String uri = original().getRequestURI();
    return root + unkeyed(uri.substring(original().getContextPath().length()));
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = original().getRequestURL();
    url.setLength(url.length() - original().getRequestURI().length());
    return url.append(getRequestURI());
  }

  @Override
  public String getServletPath() {
    return unkeyed(original().getServletPath());
  }

  private boolean hidden(String name) {
    return key.form() == PresentedKey.Form.QUERY && PresentedKey.isKey(name);
  }

  @Override
  public String getQueryString() {
    String query = original().getQueryString();
    if (key.form() != PresentedKey.Form.QUERY) {
      return query;
    }
    String rest =
        Arrays.stream(query.split("&"))
            .filter(pair -> !PresentedKey.isKey(pair))
            .collect(Collectors.joining("&"));
    return rest.isEmpty() ? null : rest;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> rest = new LinkedHashMap<>(original().getParameterMap());
    rest.keySet().removeIf(this::hidden);
    return rest;
  }

  @Override
  public String getParameter(String name) {
    return hidden(name) ? null : original().getParameter(name);
  }

  @Override
  public String[] getParameterValues(String name) {
    return hidden(name) ? null : original().getParameterValues(name);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }
}
