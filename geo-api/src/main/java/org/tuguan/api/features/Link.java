package org.tuguan.api.features;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link in a document (RFC 8288).
 *
 * @param title may be empty
 */
public record Link(String href, String rel, String type, String title) {
  public static Link of(String href, String rel, String type) {
    return new Link(href, rel, type, "");
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("href", href);
    json.put("rel", rel);
    json.put("type", type);
    if (!title.isEmpty()) {
      json.put("title", title);
    }
    return json;
  }
}
