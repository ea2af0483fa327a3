package org.tuguan.api.plugin;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Names under {@code /api/v1/} that are the server's own. */
@Component
class ReservedIds {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  ReservedIds(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  boolean contains(String id) {
    return names().contains(id);
  }

  private Set<String> names() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> path.startsWith(PluginPaths.API))
        .map(path -> path.substring(PluginPaths.API.length()).replaceFirst("[/.].*", ""))
        .collect(Collectors.toSet());
  }
}
