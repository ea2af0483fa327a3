package org.tuguan.api.plugin;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.OpenApiBuilderCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.SecurityService;
import org.springdoc.core.utils.PropertyResolverUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * The server's own description of its API, which is made once, with the endpoints of the plugins
 * that are on at the moment of asking. Documents that have been given out are not changed.
 */
@Component
@ConditionalOnWebApplication
class PluginOpenApi extends OpenAPIService {
  private final ObjectProvider<Plugins> plugins;
  private final Map<String, Own> own = new ConcurrentHashMap<>();
  private final Map<String, Long> made = new ConcurrentHashMap<>();

  @SuppressWarnings("TooManyParameters")
  PluginOpenApi(
      Optional<OpenAPI> described,
      SecurityService security,
      SpringDocConfigProperties properties,
      PropertyResolverUtils resolver,
      Optional<List<OpenApiBuilderCustomizer>> builders,
      Optional<List<ServerBaseUrlCustomizer>> addresses,
      Optional<JavadocProvider> javadoc,
      ObjectProvider<Plugins> plugins) {
    super(described, security, properties, resolver, builders, addresses, javadoc);
    this.plugins = plugins;
  }

  /** What the server answers without plugins. */
  private record Own(Paths paths, List<Tag> tags) {}

  @Override
  public void setCachedOpenAPI(OpenAPI document, Locale language) {
    String key = language.toLanguageTag();
    List<Tag> tags = Objects.requireNonNullElse(document.getTags(), List.of());
    own.put(key, new Own(document.getPaths(), List.copyOf(tags)));
    complete(document, language);
    super.setCachedOpenAPI(document, language);
  }

  @Override
  public OpenAPI getCachedOpenAPI(Locale language) {
    OpenAPI kept = super.getCachedOpenAPI(language);
    long now = plugins.getObject().changes();
    if (kept != null && made.get(language.toLanguageTag()) != now) {
      kept = copy(kept);
      complete(kept, language);
      super.setCachedOpenAPI(kept, language);
    }
    return kept;
  }

  private void complete(OpenAPI document, Locale language) {
    String key = language.toLanguageTag();
    made.put(key, plugins.getObject().changes());
    Paths paths = new Paths();
    paths.putAll(own.get(key).paths());
    List<Tag> tags = new ArrayList<>(own.get(key).tags());
    for (RunningPlugin each : plugins.getObject().running()) {
      PluginPathItems.add(each, paths);
      tags.add(PluginPathItems.tag(each, language));
    }
    document.setPaths(paths);
    document.setTags(tags);
  }

  private static OpenAPI copy(OpenAPI document) {
    OpenAPI copy = new OpenAPI(document.getSpecVersion());
    copy.setOpenapi(document.getOpenapi());
    copy.setInfo(document.getInfo());
    copy.setExternalDocs(document.getExternalDocs());
    copy.setServers(document.getServers());
    copy.setSecurity(document.getSecurity());
    copy.setComponents(document.getComponents());
    copy.setExtensions(document.getExtensions());
    return copy;
  }
}
