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
    if (!request.getMethod().equals("GET")) {
      return null;
    }
    return XyzPath.find(request.getRequestURI())
        .map(
            path -> {
              request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, PATTERN);
              request.setAttribute(
                  URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                  Map.of(
                      "layers", path.layers(), "z", path.z(), "x", path.x(), "file", path.file()));
              return new HandlerExecutionChain(tile);
            })
        .orElse(null);
  }

  /** Before those that look through all controllers. */
  @Override
  public int getOrder() {
    return -1;
  }
}
