package org.tuguan.api.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginManifest;
import org.tuguan.core.plugin.PortalPage;

/** {@code /api/v1/extensions}: the plugins, how they are, and the switch of each. */
@RestController
class ExtensionsController {
  private final Plugins plugins;

  ExtensionsController(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Everybody is told id, title and state; the rest, which may quote files and statements, is for
   * administrators, and null or empty for others.
   *
   * @param version null if the manifest cannot be read
   * @param state on, off or quarantined
   * @param stage how far it came: manifest, version, name, migration, classes, start, time, run;
   *     null unless it is in quarantine
   * @param cause why it is in quarantine, or null
   * @param provides a line for each thing that it brings
   * @param health what its own checks say; empty if all is well
   * @param file jar or directory
   * @param since when it came to this state
   */
  record ExtensionJson(
      String id,
      String version,
      LocalText title,
      LocalText summary,
      String state,
      String stage,
      String cause,
      List<String> provides,
      List<String> health,
      String file,
      String core,
      Instant since) {}

  @GetMapping("/api/v1/extensions")
  List<ExtensionJson> list(Locale language) {
    boolean all = Callers.current().has(Role.ADMIN);
    return plugins.list().stream().map(each -> all ? json(each, language) : brief(each)).toList();
  }

  private static ExtensionJson brief(PluginEntry entry) {
    return new ExtensionJson(
        entry.id(),
        null,
        title(entry),
        null,
        lower(entry.state()),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static LocalText title(PluginEntry entry) {
    return entry
        .found()
        .jar()
        .map(jar -> jar.manifest().title())
        .orElse(LocalText.same(entry.id()));
  }

  private ExtensionJson json(PluginEntry entry, Locale language) {
    Optional<PluginManifest> manifest = entry.found().jar().map(PluginJar::manifest);
    return new ExtensionJson(
        entry.id(),
        manifest.map(each -> each.version().toString()).orElse(null),
        title(entry),
        manifest.map(PluginManifest::summary).orElse(LocalText.same("")),
        lower(entry.state()),
        entry.fault().map(fault -> lower(fault.stage())).orElse(null),
        entry.fault().map(PluginFault::cause).orElse(null),
        entry.running().map(RunningPlugin::provides).orElse(List.of()),
        plugins.health(entry, language),
        entry.file(),
        manifest.map(each -> each.core().toString()).orElse(null),
        entry.since());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param state on or off; on tries a plugin again that is in quarantine
   */
  record Wanted(String state) {}

  @PutMapping("/api/v1/extensions/{id}")
  ExtensionJson change(@PathVariable String id, @RequestBody Wanted wanted, Locale language) {
    if (!"on".equals(wanted.state()) && !"off".equals(wanted.state())) {
      throw RequestException.invalid("state", String.valueOf(wanted.state()), "on or off");
    }
    require(id);
    plugins.want(id, wanted.state().equals("on"), Callers.current().user().orElse(""));
    return json(require(id), language);
  }

  private PluginEntry require(String id) {
    return plugins
        .find(id)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "id",
                    new LocalText(
                        "沒有外掛 " + RequestException.quote(id),
                        "there is no plugin " + RequestException.quote(id))));
  }

  /**
   * @param href path of the page or of the module
   */
  record PageJson(String plugin, String id, LocalText title, String place, String href) {}

  /** What plugins put into the portal for this caller. */
  @GetMapping("/api/v1/extensions/pages")
  List<PageJson> pages() {
    Caller caller = Callers.current();
    return plugins.running().stream()
        .flatMap(
            plugin ->
                plugin.pages().stream()
                    .filter(page -> sees(caller, page))
                    .map(page -> json(plugin, page)))
        .toList();
  }

  private static boolean sees(Caller caller, PortalPage page) {
    return page.roles().isEmpty() || page.roles().stream().anyMatch(caller::has);
  }

  private static PageJson json(RunningPlugin plugin, PortalPage page) {
    String id = plugin.manifest().id();
    return new PageJson(
        id,
        page.id(),
        page.title(),
        lower(page.place()),
        PluginPaths.FILES + id + "/" + page.file());
  }
}
