package org.tuguan.api;

import java.util.Map;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A request that is turned away before anybody looks at what it asks for.
 *
 * @param status of HTTP
 * @param headers such as Retry-After
 */
public record Refusal(int status, LocalText message, Map<String, String> headers) {
  public Refusal {
    Objects.requireNonNull(message);
    headers = Map.copyOf(headers);
  }

  /** How a protocol says it. */
  public interface Form {
    /**
     * @param path under the server's root, such as {@code /wms}
     */
    boolean speaksAt(String path);

    /**
     * @param parameters of the query
     */
    Document document(Parameters parameters, Refusal refusal);
  }

  /** What is sent; the body in UTF-8. */
  public record Document(String mediaType, String body) {}
}
