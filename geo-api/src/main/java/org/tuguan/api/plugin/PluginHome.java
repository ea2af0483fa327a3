package org.tuguan.api.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;

/** Where this server keeps what belongs to plugins. */
@Component
class PluginHome {
  private final Path home;
  private final Path copies;

  PluginHome(TuguanProperties properties) {
    this.home = properties.home().toAbsolutePath();
    this.copies =
        home.resolve("plugin-copies").resolve(Long.toString(ProcessHandle.current().pid()));
  }

  /** Of this process, for the jars that it runs. */
  Path copies() {
    return copies;
  }

  /** A directory of the plugin's own, which exists. */
  Path filesOf(String id) {
    Path files = home.resolve("plugin-files").resolve(id);
    try {
      return Files.createDirectories(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what processes left that are no more. */
  void tidy() {
    Path all = copies.getParent();
    if (!Files.isDirectory(all)) {
      return;
    }
    try (var directories = Files.list(all)) {
      directories.filter(each -> !isAlive(each)).forEach(PluginCopy::clear);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlive(Path directory) {
    try {
      long pid = Long.parseLong(directory.getFileName().toString());
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    } catch (NumberFormatException e) {
      return true; // not ours
    }
  }
}
