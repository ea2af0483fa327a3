package org.tuguan.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tuguan.core.plugin.PluginManifest;

/**
 * The directory where plugins are put: a jar is a plugin, and so is a directory of jars of which
 * one has a manifest.
 */
final class PluginDirectory {
  private final Path directory;

  PluginDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * What was found under one name.
   *
   * @param jar empty if it cannot be used
   * @param fault why
   */
  record Found(String name, String stamp, Optional<PluginJar> jar, Optional<PluginFault> fault) {}

  /** By name; empty if there is no such directory. */
  List<Found> scan() throws IOException {
    return places().entrySet().stream().map(each -> read(each.getKey(), each.getValue())).toList();
  }

  /** Name, size and time of every file: the same as before if nothing has changed. */
  String stamp() throws IOException {
    List<String> stamps = new ArrayList<>();
    for (Map.Entry<String, List<Path>> each : places().entrySet()) {
      stamps.add(each.getKey() + "=" + stamp(each.getValue()));
    }
    return String.join(";", stamps);
  }

  private Map<String, List<Path>> places() throws IOException {
    Map<String, List<Path>> places = new TreeMap<>();
    for (Path each : list(directory)) {
      String name = each.getFileName().toString();
      if (Files.isDirectory(each)) {
        List<Path> jars = list(each).stream().filter(PluginDirectory::isJar).toList();
        if (!jars.isEmpty()) {
          places.put(name, jars);
        }
      } else if (isJar(each)) {
        places.put(name, List.of(each));
      }
    }
    return places;
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
  }

  private static Found read(String name, List<Path> jars) {
    String stamp = "";
    try {
      stamp = stamp(jars);
      List<Path> ordered = new ArrayList<>(jars);
      PluginManifest manifest = null;
      for (Path jar : jars) {
        Optional<PluginManifest> found = manifest(jar);
        if (found.isPresent() && manifest != null) {
          throw new IllegalArgumentException("two of its jars have a " + PluginManifest.FILE);
        }
        if (found.isPresent()) {
          manifest = found.get();
          ordered.remove(jar);
          ordered.add(0, jar);
        }
      }
      if (manifest == null) {
        throw new IllegalArgumentException("there is no " + PluginManifest.FILE);
      }
      PluginJar jar = new PluginJar(manifest, ordered, stamp);
      return new Found(name, stamp, Optional.of(jar), Optional.empty());
    } catch (IOException | IllegalArgumentException e) {
      PluginFault fault =
          new PluginFault(PluginFault.Stage.MANIFEST, "%s: %s".formatted(name, e.getMessage()));
      return new Found(name, stamp, Optional.empty(), Optional.of(fault));
    }
  }

  private static Optional<PluginManifest> manifest(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(PluginManifest.FILE);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return Optional.of(PluginManifest.read(in));
      }
    }
  }

  private static String stamp(List<Path> files) throws IOException {
    List<String> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(
          "%s:%d:%d"
              .formatted(
                  file.getFileName(),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toMillis()));
    }
    return parts.stream().collect(Collectors.joining(","));
  }
}
