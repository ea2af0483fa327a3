package org.tuguan.api.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Sends plain requests for tiles straight to {@link XyzController}: trying an address on the
 * patterns of all controllers took a fifth of the time of a tile from the cache. Whatever is not
 * plain goes the usual way. Rights are looked at before and after, as ever.
 */
@Component
@ConditionalOnWebApplication
class XyzMapping implements HandlerMapping, Ordered {
  private static final String START = "/tiles/";
  private static final String PATTERN = "/tiles/{layers}/{z}/{x}/{file}";

  private final HandlerMethod tile;

  XyzMapping(XyzController controller) {
    this.tile =
        new HandlerMethod(
            controller,
            List.of(ReflectionUtils.getDeclaredMethods(XyzController.class)).stream()
                .filter(method -> method.getName().equals("tile"))
                .findFirst()
                .orElseThrow());
  }

  @Override
  public HandlerExecutionChain getHandler(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!request.getMethod().equals("GET") || !path.startsWith(START)) {
      return null;
    }
    String[] parts = path.substring(START.length()).split("/", -1);
    if (parts.length != 4 || !plain(path) || List.of(parts).contains("")) {
      return null;
    }
    request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, PATTERN);
    request.setAttribute(
        URI_TEMPLATE_VARIABLES_ATTRIBUTE,
        Map.of("layers", parts[0], "z", parts[1], "x", parts[2], "file", parts[3]));
    return new HandlerExecutionChain(tile);
  }

  /** Nothing that would have to be decoded first. */
  private static boolean plain(String path) {
    return path.indexOf('%') < 0 && path.indexOf(';') < 0;
  }

  /** Before those that look through all controllers. */
  @Override
  public int getOrder() {
    return -1;
  }
}
