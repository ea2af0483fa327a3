package org.tuguan.api.usage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.tuguan.core.access.Caller;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.sharing.UsageParty;
import org.tuguan.core.sharing.UsedOperation;

/**
 * What a request is about, from when that is known until it has been answered; written by the
 * thread that answers. What is said of the caller's program and address is forgotten as soon as the
 * request has been classed.
 */
final class UsageNote {
  private final Caller caller;
  private final UsedOperation operation;
  private final List<String> layers;
  private final Bounds area;
  private final String method;
  private final String path;
  private final String agent;
  private final String address;
  private final String sign;
  private Map<String, Long> counts = Map.of();
  private boolean failed;

  UsageNote(
      Caller caller,
      UsedOperation operation,
      Collection<String> layers,
      Optional<Bounds> area,
      HttpServletRequest request) {
    this.caller = caller;
    this.operation = operation;
    this.layers = List.copyOf(layers.size() < 2 ? layers : new LinkedHashSet<>(layers));
    this.area = area.orElse(null);
    this.method = request.getMethod();
    this.path = request.getRequestURI();
    this.agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    this.address = request.getRemoteAddr();
    this.sign = Objects.requireNonNullElse(request.getHeader(OwnTests.HEADER), "");
  }

  void count(String layer, long more) {
    if (counts.isEmpty()) {
      counts = new HashMap<>();
    }
    counts.merge(layer, more, Long::sum);
  }

  void fail() {
    failed = true;
  }

  boolean failed() {
    return failed;
  }

  UsageParty party() {
    return new UsageParty(
        caller.agency(), caller.partner(), caller.user(), caller.key().map(scope -> scope.key()));
  }

  UsedOperation operation() {
    return operation;
  }

  List<String> layers() {
    return layers;
  }

  /** Null if it is not about a part of the world. */
  Bounds area() {
    return area;
  }

  /** Pictures and tiles count as one, features as many as were given. */
  long count(String layer) {
    return counts.isEmpty() ? 1 : counts.getOrDefault(layer, 0L);
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String agent() {
    return agent;
  }

  String address() {
    return address;
  }

  String sign() {
    return sign;
  }
}
