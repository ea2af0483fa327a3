package org.tuguan.api.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.core.Extension;
import org.tuguan.core.ExtensionRegistry;

/**
 * The plugins of this node: brings them to the state in which the directory and the switches want
 * them. One that fails is put aside with its cause, and the others go on. Safe for any thread.
 */
@Component
class Plugins {
  private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

  private final PluginDirectory directory;
  private final PluginStart start;
  private final JdbcSwitches switches;
  private final ExtensionRegistry registry;
  private final PluginLinks links;
  private final PluginStops stops;
  private final Clock clock;
  private volatile List<PluginEntry> entries = List.of();
  private volatile long changes;
  private String seenStamp = "";
  private String doneStamp = "";

  Plugins(
      PluginProperties properties,
      PluginStart start,
      JdbcSwitches switches,
      ExtensionRegistry registry,
      PluginLinks links,
      PluginStops stops,
      Clock clock) {
    this.directory = new PluginDirectory(properties.directory());
    this.start = start;
    this.switches = switches;
    this.registry = registry;
    this.links = links;
    this.stops = stops;
    this.clock = clock;
  }

  /** Another number than before whenever something has been started or stopped. */
  long changes() {
    return changes;
  }

  /** All that were found, by file. */
  List<PluginEntry> list() {
    return entries;
  }

  /** The plugin of this id; if files clash over it, the one that has it. */
  Optional<PluginEntry> find(String id) {
    return entries.stream()
        .filter(each -> each.id().equals(id))
        .reduce((one, other) -> other.running().isPresent() ? other : one);
  }

  /** Those that are on. */
  List<RunningPlugin> running() {
    return entries.stream().flatMap(each -> each.running().stream()).toList();
  }

  /** The plugin that brings this very extension; empty if it is the library's own, or off. */
  Optional<RunningPlugin> findOwner(Extension extension) {
    return running().stream()
        .filter(plugin -> plugin.extensions().stream().anyMatch(each -> each == extension))
        .findFirst();
  }

  /** What is wrong with it although it is not in quarantine; empty if all is well. */
  List<String> health(PluginEntry entry, Locale language) {
    List<String> troubles = new ArrayList<>();
    entry.running().ifPresent(plugin -> troubles.addAll(plugin.troubles(language)));
    stops.trouble(entry.id()).ifPresent(text -> troubles.add(text.in(language)));
    return troubles;
  }

  /** Puts a plugin aside that is on, until somebody tries it again. */
  synchronized void setAside(RunningPlugin plugin, PluginFault fault) {
    entries.stream()
        .filter(each -> each.running().isPresent() && each.running().get() == plugin)
        .findFirst()
        .ifPresent(each -> quarantine(each.found(), each.id(), fault));
  }

  /** Wants a plugin on or off from now on, here and on every other node; on: tries again. */
  void want(String id, boolean wanted, String account) {
    switches.write(id, wanted, account);
    reconcile();
  }

  /** Looks whether anything has changed; files only when they have come to rest. */
  synchronized void follow() {
    String stamp = stamp();
    boolean resting = stamp.equals(seenStamp);
    seenStamp = stamp;
    Map<String, JdbcSwitches.Switch> wanted = switches.read();
    boolean switched = entries.stream().anyMatch(each -> isOverdue(each, wanted.get(each.id())));
    if (switched
        || entries.stream().anyMatch(this::isLifted)
        || (resting && !stamp.equals(doneStamp))) {
      reconcile();
    }
  }

  private String stamp() {
    try {
      return directory.stamp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOverdue(PluginEntry entry, JdbcSwitches.Switch said) {
    boolean wanted = said == null || said.wanted();
    return switch (entry.state()) {
      case ON -> !wanted;
      case OFF -> wanted;
      case QUARANTINED -> said != null && said.changed().isAfter(entry.since());
    };
  }

  /** It was put aside for the name of something that is gone. */
  private boolean isLifted(PluginEntry entry) {
    return entry
        .fault()
        .flatMap(PluginFault::clash)
        .filter(clash -> clash.point().isPresent())
        .filter(clash -> !clash.isTaken(registry.list(Extension.class)))
        .isPresent();
  }

  private static boolean isOfSameId(PluginEntry entry) {
    return entry
        .fault()
        .flatMap(PluginFault::clash)
        .filter(clash -> clash.point().isEmpty())
        .isPresent();
  }

  /** Starts and stops what has to be. */
  synchronized void reconcile() {
    String before = stamp();
    seenStamp = before;
    Map<String, JdbcSwitches.Switch> wanted = switches.read();
    List<PluginDirectory.Found> found = scan();
    Set<String> files = found.stream().map(PluginDirectory.Found::name).collect(Collectors.toSet());
    for (PluginEntry each : entries) {
      if (!files.contains(each.file())) {
        replace(each.file(), Optional.empty());
      }
    }
    Map<String, String> owners = owners(found);
    for (PluginDirectory.Found each : found) {
      reconcile(each, owners, wanted);
    }
    doneStamp = before;
  }

  private List<PluginDirectory.Found> scan() {
    try {
      return directory.scan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose file has an id: that of the one which is on, else the first. */
  private Map<String, String> owners(List<PluginDirectory.Found> found) {
    Map<String, String> owners = new HashMap<>();
    for (PluginEntry each : entries) {
      each.running().ifPresent(plugin -> owners.put(plugin.manifest().id(), each.file()));
    }
    for (PluginDirectory.Found each : found) {
      each.jar().ifPresent(jar -> owners.putIfAbsent(jar.manifest().id(), each.name()));
    }
    return owners;
  }

  private void reconcile(
      PluginDirectory.Found found,
      Map<String, String> owners,
      Map<String, JdbcSwitches.Switch> wanted) {
    Optional<PluginEntry> before =
        entries.stream().filter(each -> each.file().equals(found.name())).findFirst();
    if (found.jar().isEmpty()) {
      quarantine(found, found.name().replaceFirst("\\.jar$", ""), found.fault().orElseThrow());
      return;
    }
    String id = found.jar().get().manifest().id();
    JdbcSwitches.Switch said = wanted.get(id);
    Optional<PluginFault> clash = clash(found, owners.get(id), id);
    if (clash.isPresent()) {
      quarantine(found, id, clash.get());
    } else if (said != null && !said.wanted()) {
      if (before.isEmpty() || before.get().state() != PluginEntry.State.OFF) {
        replace(found.name(), Optional.of(entry(found, id, Optional.empty(), Optional.empty())));
        LOG.info("plugin {} is off", id);
      }
    } else if (before.isEmpty()
        || !before.get().found().stamp().equals(found.stamp())
        || before.get().state() == PluginEntry.State.OFF
        || isOfSameId(before.get())
        || isLifted(before.get())
        || isOverdue(before.get(), said)) {
      begin(found, id);
    }
  }

  private Optional<PluginFault> clash(PluginDirectory.Found found, String owner, String id) {
    if (!found.name().equals(owner)) {
      return Optional.of(
          new PluginFault(
              PluginFault.Stage.NAME,
              "%s and %s are both called %s".formatted(owner, found.name(), id),
              Optional.of(new NameClash(Optional.empty(), id))));
    }
    return links.isReserved(id)
        ? Optional.of(
            new PluginFault(PluginFault.Stage.NAME, "/api/v1/%s is the server's own".formatted(id)))
        : Optional.empty();
  }

  private void begin(PluginDirectory.Found found, String id) {
    replace(found.name(), Optional.empty());
    long began = System.nanoTime();
    try {
      RunningPlugin plugin = start.start(found.jar().orElseThrow());
      try {
        ExtensionPoints.refuseNames(registry.list(Extension.class), plugin.extensions());
      } catch (RuntimeException | LinkageError e) {
        stops.stop(plugin);
        throw e;
      }
      replace(found.name(), Optional.of(entry(found, id, Optional.of(plugin), Optional.empty())));
      links.started(plugin);
      LOG.info(
          "plugin {} {} is on ({} ms)",
          id,
          plugin.manifest().version(),
          (System.nanoTime() - began) / 1_000_000);
    } catch (PluginException e) {
      quarantine(found, id, e.fault());
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("plugin {}", id, e);
      quarantine(found, id, new PluginFault(PluginFault.Stage.START, e.toString()));
    }
  }

  private void quarantine(PluginDirectory.Found found, String id, PluginFault fault) {
    boolean news =
        entries.stream()
            .filter(each -> each.file().equals(found.name()))
            .noneMatch(each -> each.fault().equals(Optional.of(fault)));
    replace(found.name(), Optional.of(entry(found, id, Optional.empty(), Optional.of(fault))));
    if (news) {
      LOG.warn("plugin {} is in quarantine, {}: {}", id, fault.stage(), fault.cause());
    }
  }

  private PluginEntry entry(
      PluginDirectory.Found found,
      String id,
      Optional<RunningPlugin> running,
      Optional<PluginFault> fault) {
    return new PluginEntry(id, found.name(), found, running, fault, clock.instant());
  }

  /** Puts an entry in the place of what the file was before, and ends that. */
  private void replace(String file, Optional<PluginEntry> entry) {
    List<PluginEntry> next = new ArrayList<>(entries);
    next.removeIf(each -> each.file().equals(file));
    entry.ifPresent(next::add);
    next.sort(Comparator.comparing(PluginEntry::file));
    List<PluginEntry> before = entries;
    entries = List.copyOf(next);
    changes++;
    links.set(entries);
    before.stream()
        .filter(each -> each.file().equals(file))
        .flatMap(each -> each.running().stream())
        .forEach(stops::stop);
  }

  /** Ends all of them, with the server or the command. */
  synchronized void close() {
    for (PluginEntry each : entries) {
      replace(each.file(), Optional.empty());
    }
  }
}
