package org.tuguan.api.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.plugin.PluginManifest;

/**
 * A plugin as it lies on disk.
 *
 * @param files its jar first, then libraries of its own
 * @param stamp changes when a file does
 */
record PluginJar(PluginManifest manifest, List<Path> files, String stamp) {
  PluginJar {
    Objects.requireNonNull(manifest);
    files = List.copyOf(files);
    Objects.requireNonNull(stamp);
  }

  String name() {
    return files.get(0).getFileName().toString();
  }
}
