package org.tuguan.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tuguan.core.plugin.PluginManifest;

/**
 * The copy of a plugin's files that runs, so that its jar may be replaced meanwhile; its migrations
 * and portal files lie beside it unpacked.
 */
final class PluginCopy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginCopy.class);
  private static final String UNPACKED = "META-INF/tuguan/";

  private final Path directory;
  private final List<Path> jars;

  private PluginCopy(Path directory, List<Path> jars) {
    this.directory = directory;
    this.jars = jars;
  }

  /**
   * @param under where copies are made
   */
  static PluginCopy of(PluginJar jar, Path under) throws IOException {
    Files.createDirectories(under);
    Path directory = Files.createTempDirectory(under, jar.manifest().id() + "-");
    List<Path> copies = new ArrayList<>();
    for (Path file : jar.files()) {
      copies.add(Files.copy(file, directory.resolve(file.getFileName())));
    }
    PluginCopy copy = new PluginCopy(directory.toRealPath(), copies);
    copy.unpack();
    return copy;
  }

  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(jars.get(0).toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().startsWith(UNPACKED) && !entry.isDirectory()) {
          Path file = directory.resolve(entry.getName()).normalize();
          if (!file.startsWith(directory.resolve(UNPACKED))) {
            throw new PluginException(
                PluginFault.Stage.MANIFEST, "its jar has a file outside: " + entry.getName());
          }
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }

  URL[] urls() {
    return jars.stream().map(PluginCopy::url).toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** May not exist. */
  Path migrations() {
    return directory.resolve(PluginManifest.MIGRATIONS);
  }

  /** May not exist. */
  Path portal() {
    return directory.resolve(PluginManifest.PORTAL);
  }

  /** Deletes it. */
  @Override
  public void close() {
    clear(directory);
  }

  /** Deletes a directory with everything in it; what is not there is fine. */
  static void clear(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("the copy of a plugin stays at {}: {}", directory, e.getMessage());
    }
  }
}
