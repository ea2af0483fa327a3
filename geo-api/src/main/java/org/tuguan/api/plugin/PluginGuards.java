package org.tuguan.api.plugin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Extension;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.RequestFacts;
import org.tuguan.core.plugin.RequestGuard;
import org.tuguan.core.plugin.RequestListener;

/** Shows requests to the guards and listeners of plugins; one that fails is passed over. */
@Component
class PluginGuards implements HandlerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(PluginGuards.class);

  private final AttachedExtensions attached;

  PluginGuards(AttachedExtensions attached) {
    this.attached = attached;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    List<RequestGuard> guards = list(RequestGuard.class);
    if (!guards.isEmpty()) {
      RequestFacts facts = facts(request);
      guards.forEach(guard -> check(guard, facts));
    }
    return true;
  }

  private static void check(RequestGuard guard, RequestFacts facts) {
    try {
      guard.check(facts);
    } catch (RequestException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("the guard {} failed on {} {}", guard.name(), facts.method(), facts.path(), e);
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    List<RequestListener> listeners = list(RequestListener.class);
    if (!listeners.isEmpty()) {
      RequestFacts facts = facts(request);
      listeners.forEach(each -> tell(each, facts, failure == null ? response.getStatus() : 500));
    }
  }

  private static void tell(RequestListener listener, RequestFacts facts, int status) {
    try {
      listener.answered(facts, status);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("the listener {} failed on {} {}", listener.name(), facts.method(), facts.path(), e);
    }
  }

  private <E extends Extension> List<E> list(Class<E> point) {
    List<Extension> all = attached.get();
    return all.isEmpty()
        ? List.of()
        : all.stream().filter(point::isInstance).map(point::cast).toList();
  }

  /** Of forms only the query: a body belongs to who answers it. */
  private static RequestFacts facts(HttpServletRequest request) {
    Map<String, List<String>> parameters = new TreeMap<>();
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
      parameters.keySet().removeIf(name -> name.equalsIgnoreCase("key"));
    }
    String path = request.getServletPath().replaceFirst("^/k/[^/]+", "/k/…");
    return new RequestFacts(request.getMethod(), path, parameters, Callers.current());
  }
}
