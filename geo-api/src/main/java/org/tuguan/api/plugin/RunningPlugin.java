package org.tuguan.api.plugin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.HttpRequestHandler;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PluginHealth;
import org.tuguan.core.plugin.PluginManifest;
import org.tuguan.core.plugin.PortalPage;

/**
 * A plugin that is on, or about to be: its context, what it brings, and what must be given back
 * when it ends. Safe for any thread.
 */
final class RunningPlugin implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningPlugin.class);

  private final PluginManifest manifest;
  private final ConfigurableApplicationContext context;
  private final List<Extension> extensions;
  private final List<PortalPage> pages;
  private final Optional<PluginWeb> web;
  private final Ends ends;
  private final Map<String, LocalText> late = new ConcurrentHashMap<>();

  /** What is given back at the end, in this order. */
  record Ends(Asides asides, PluginClassLoader classes, PluginCopy copy) {
    void close(String id) {
      asides.close();
      try {
        classes.close();
      } catch (IOException e) {
        LOG.warn("the jars of plugin {} stay open: {}", id, e.getMessage());
      }
      copy.close();
    }
  }

  /**
   * @param web empty in commands
   */
  RunningPlugin(
      PluginManifest manifest,
      ConfigurableApplicationContext context,
      Optional<PluginWeb> web,
      Ends ends) {
    this.manifest = manifest;
    this.context = context;
    this.extensions = List.copyOf(context.getBeansOfType(Extension.class).values());
    this.pages = List.copyOf(context.getBeansOfType(PortalPage.class).values());
    this.web = web;
    this.ends = ends;
  }

  PluginManifest manifest() {
    return manifest;
  }

  List<Extension> extensions() {
    return extensions;
  }

  <E extends Extension> List<E> extensions(Class<E> point) {
    return extensions.stream().filter(point::isInstance).map(point::cast).toList();
  }

  List<PortalPage> pages() {
    return pages;
  }

  /** Empty in commands. */
  List<PluginEndpoint> endpoints() {
    return web.map(PluginWeb::endpoints).orElse(List.of());
  }

  /** What it brings, a line each: {@code indicator kpi-1}. */
  List<String> provides() {
    List<String> lines = new ArrayList<>();
    endpoints().forEach(each -> lines.add("endpoint " + each.line()));
    pages.forEach(
        page ->
            lines.add(
                "%s /plugins/%s/%s"
                    .formatted(
                        page.place().name().toLowerCase(Locale.ROOT), manifest.id(), page.file())));
    extensions.forEach(each -> lines.add(ExtensionPoints.point(each) + " " + each.name()));
    return lines;
  }

  /**
   * Remembers that the last run of something had to be stopped.
   *
   * @param what point and name of an extension
   */
  void late(String what, LocalText words) {
    late.put(what, words);
  }

  /** A run of it has ended in its time. */
  void inTime(String what) {
    late.remove(what);
  }

  /** What its own checks say, and which runs had to be stopped; a check that fails says so. */
  List<String> troubles(Locale language) {
    List<String> troubles = new ArrayList<>();
    for (PluginHealth check : extensions(PluginHealth.class)) {
      try {
        check.trouble().ifPresent(text -> troubles.add(text.in(language)));
      } catch (RuntimeException | LinkageError e) {
        troubles.add(check.name() + ": " + e);
      }
    }
    late.values().forEach(text -> troubles.add(text.in(language)));
    return troubles;
  }

  /** Answers a request under {@code /api/v1/{id}}. */
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context.getClassLoader());
    try {
      web.orElseThrow().servlet().service(request, response);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Gives the files under {@code /plugins/{id}}. */
  HttpRequestHandler files() {
    return web.orElseThrow().files();
  }

  @Override
  public void close() {
    ends.asides().close(); // it needs the beans of the context
    try {
      web.ifPresent(found -> found.servlet().destroy());
      context.close();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("plugin {} did not end well: {}", manifest.id(), e.toString());
    }
    ends.close(manifest.id());
  }
}
