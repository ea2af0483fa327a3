package org.tuguan.core.plugin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tuguan.core.access.Caller;

/**
 * A request to the library.
 *
 * @param method of HTTP, in capitals
 * @param path decoded, without the query; keys in it are masked
 * @param parameters of the query, as they were sent; keys are left out
 */
public record RequestFacts(
    String method, String path, Map<String, List<String>> parameters, Caller caller) {
  public RequestFacts {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    parameters = Map.copyOf(parameters);
    Objects.requireNonNull(caller);
  }
}
