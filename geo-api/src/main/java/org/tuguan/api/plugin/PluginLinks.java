package org.tuguan.api.plugin;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the server must know which plugins there are. */
@Component
class PluginLinks {
  private final AttachedExtensions extensions;
  private final PluginPaths paths;
  private final ReservedIds reserved;
  private final ObjectProvider<PluginJobs> jobs;

  PluginLinks(
      AttachedExtensions extensions,
      PluginPaths paths,
      ReservedIds reserved,
      ObjectProvider<PluginJobs> jobs) {
    this.extensions = extensions;
    this.paths = paths;
    this.reserved = reserved;
    this.jobs = jobs;
  }

  boolean isReserved(String id) {
    return reserved.contains(id);
  }

  void set(List<PluginEntry> entries) {
    extensions.set(
        entries.stream()
            .flatMap(each -> each.running().stream())
            .flatMap(each -> each.extensions().stream())
            .toList());
    paths.set(
        entries.stream()
            .map(PluginEntry::id)
            .filter(id -> !reserved.contains(id))
            .collect(Collectors.toSet()));
  }

  void started(RunningPlugin plugin) {
    jobs.ifAvailable(known -> known.schedule(plugin));
  }
}
