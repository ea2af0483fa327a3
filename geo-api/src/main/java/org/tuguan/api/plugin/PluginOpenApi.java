package org.tuguan.api.plugin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
  /** More than springdoc.allowed-locales has. */
  private static final int LANGUAGES_KEPT = 8;

  private final ObjectProvider<Plugins> plugins;
  private final Cache<String, Described> described =
      Caffeine.newBuilder().maximumSize(LANGUAGES_KEPT).build();

  @SuppressWarnings("TooManyParameters")
  PluginOpenApi(
      Optional<OpenAPI> base,
      SecurityService security,
      SpringDocConfigProperties properties,
      PropertyResolverUtils resolver,
      Optional<List<OpenApiBuilderCustomizer>> builders,
      Optional<List<ServerBaseUrlCustomizer>> addresses,
      Optional<JavadocProvider> javadoc,
      ObjectProvider<Plugins> plugins) {
    super(base, security, properties, resolver, builders, addresses, javadoc);
    this.plugins = plugins;
  }

  /**
   * @param given out last
   * @param paths of the server without plugins
   * @param tags of the server without plugins
   * @param changes of plugins when it was made
   */
  private record Described(OpenAPI given, Paths paths, List<Tag> tags, long changes) {}

  @Override
  public void setCachedOpenAPI(OpenAPI document, Locale language) {
    List<Tag> tags = Objects.requireNonNullElse(document.getTags(), List.of());
    complete(document, document.getPaths(), List.copyOf(tags), language);
  }

  @Override
  public OpenAPI getCachedOpenAPI(Locale language) {
    Described kept = described.getIfPresent(language.toLanguageTag());
    if (kept == null) {
      return null;
    }
    return kept.changes() == plugins.getObject().changes()
        ? kept.given()
        : complete(copy(kept.given()), kept.paths(), kept.tags(), language);
  }

  private OpenAPI complete(OpenAPI document, Paths own, List<Tag> ownTags, Locale language) {
    long changes = plugins.getObject().changes();
    Paths paths = new Paths();
    paths.putAll(own);
    List<Tag> tags = new ArrayList<>(ownTags);
    for (RunningPlugin each : plugins.getObject().running()) {
      PluginPathItems.add(each, paths);
      tags.add(PluginPathItems.tag(each, language));
    }
    document.setPaths(paths);
    document.setTags(tags);
    described.put(language.toLanguageTag(), new Described(document, own, ownTags, changes));
    return document;
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
