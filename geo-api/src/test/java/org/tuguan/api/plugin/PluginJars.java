package org.tuguan.api.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.plugin.PluginManifest;

/** Makes the jars of plugins as somebody elsewhere does: of sources, the core and Spring. */
final class PluginJars {
  /** The server is not among them. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          PluginManifest.class,
          Geometry.class,
          BeanFactory.class,
          Configuration.class,
          Resource.class,
          JdbcClient.class,
          Transactional.class,
          RestController.class);

  private final String id;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private String missing = "";

  private PluginJars(String id) {
    this.id = id;
    manifest("id=" + id, "core=[0.1,0.2)");
  }

  static PluginJars plugin(String id) {
    return new PluginJars(id);
  }

  /** Lines in the place of the usual ones. */
  PluginJars manifest(String idLine, String coreLine) {
    return file(
        PluginManifest.FILE,
        """
        %s
        version=1.0.0
        title.zh=測試 %s
        title.en=Test %s
        %s
        configuration=sample.%s.Entry
        """
            .formatted(idLine, id, id, coreLine, id));
  }

  PluginJars file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /**
   * @param code of a class of the package {@code sample.{id}}, without package
   */
  PluginJars source(String name, String code) {
    sources.put(name, "package sample.%s;\n%s".formatted(id, code));
    return this;
  }

  /** Leaves a class out that was compiled. */
  PluginJars without(String name) {
    missing = name;
    return this;
  }

  Path write(Path jar) throws IOException {
    Path classes = Files.createTempDirectory("plugin-classes");
    compile(classes);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path each : compiled.skip(1).sorted().toList()) {
        String name = classes.relativize(each).toString().replace('\\', '/');
        if (Files.isDirectory(each)) {
          add(zip, name + "/", new byte[0]); // as the tool jar does; packages are found by them
        } else if (!each.getFileName().toString().equals(missing + ".class")) {
          add(zip, name, Files.readAllBytes(each));
        }
      }
      for (Map.Entry<String, String> each : files.entrySet()) {
        add(zip, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    PluginCopy.clear(classes);
    return jar;
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private void compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<JavaFileObject> units =
        sources.entrySet().stream()
            .<JavaFileObject>map(each -> new Source(each.getKey(), each.getValue()))
            .toList();
    List<String> options =
        List.of("-d", classes.toString(), "-classpath", classPath(), "-parameters", "-proc:none");
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private static String classPath() {
    return LIBRARIES.stream()
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
        .map(
            url -> {
              try {
                return Path.of(url.toURI()).toString();
              } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
              }
            })
        .distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
