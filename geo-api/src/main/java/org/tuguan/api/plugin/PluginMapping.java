package org.tuguan.api.plugin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.tuguan.api.Refusal;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.core.LocalText;

/**
 * Hands requests under {@code /api/v1/{id}} and {@code /plugins/{id}} to the plugin; says so if it
 * is off (404) or in quarantine (503).
 */
@Component
@ConditionalOnWebApplication
class PluginMapping extends AbstractHandlerMapping {
  private static final int BEFORE_FILES = 10;

  private final PluginPaths paths;
  private final Plugins plugins;
  private final RefusalAnswers answers;

  PluginMapping(PluginPaths paths, Plugins plugins, RefusalAnswers answers, PluginGuards guards) {
    this.paths = paths;
    this.plugins = plugins;
    this.answers = answers;
    setOrder(BEFORE_FILES);
    setInterceptors(guards);
  }

  @Override
  protected Object getHandlerInternal(HttpServletRequest request) {
    Optional<String> api = paths.find(request, PluginPaths.API);
    if (api.isPresent()) {
      return plugins.find(api.get()).map(this::api).orElse(null);
    }
    return paths
        .find(request, PluginPaths.FILES)
        .flatMap(plugins::find)
        .map(entry -> files(entry, request))
        .orElse(null);
  }

  private HttpRequestHandler api(PluginEntry entry) {
    return entry.running().<HttpRequestHandler>map(plugin -> plugin::answer).orElse(absent(entry));
  }

  private HttpRequestHandler files(PluginEntry entry, HttpServletRequest request) {
    if (entry.running().isEmpty()) {
      return absent(entry);
    }
    String file =
        request.getServletPath().substring(PluginPaths.FILES.length() + entry.id().length());
    request.setAttribute(
        PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, file.startsWith("/") ? file.substring(1) : file);
    return entry.running().get().files();
  }

  private HttpRequestHandler absent(PluginEntry entry) {
    boolean off = entry.state() == PluginEntry.State.OFF;
    LocalText message =
        off
            ? new LocalText(
                "外掛「%s」已停用".formatted(entry.id()),
                "the plugin %s is switched off".formatted(entry.id()))
            : new LocalText(
                "外掛「%s」無法使用；系統管理者可在管理頁查看原因".formatted(entry.id()),
                "the plugin %s cannot be used; administrators see why".formatted(entry.id()));
    Refusal refusal = new Refusal(off ? 404 : 503, message, Map.of());
    return (request, response) ->
        answers.answer(request, response, request.getServletPath(), refusal);
  }
}
