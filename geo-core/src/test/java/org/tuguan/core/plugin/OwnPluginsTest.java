package org.tuguan.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the plugins of this repository, as for anybody's (docs/plugins.md). */
class OwnPluginsTest {
  private static final Path PLUGINS = Path.of("../plugins");

  @Test
  void theyNeverDependOnTheServer() throws IOException {
    for (Path file : files("pom.xml", ".java")) {
      assertThat(Files.readString(file, StandardCharsets.UTF_8))
          .as(file.toString())
          .doesNotContain("geo-api", "org.tuguan.api");
    }
  }

  @Test
  void theyLeaveTheTablesOfTheLibraryAlone() throws IOException {
    for (Path file : files(".java", ".sql")) {
      if (file.toString().contains("/src/main/")) {
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
            .as(file.toString())
            .doesNotContainPattern("(?i)\\b(FROM|JOIN|INTO|UPDATE|REFERENCES|TABLE)\\s+tuguan\\.");
      }
    }
  }

  @Test
  void eachIsNamedAsItsDirectory() throws IOException {
    for (Path file : files("tuguan-plugin.properties")) {
      try (var in = Files.newInputStream(file)) {
        PluginManifest manifest = PluginManifest.read(in);
        assertThat(PLUGINS.relativize(file).getName(0)).hasToString(manifest.id());
        assertThat(manifest.core().contains(CoreVersion.CURRENT)).as(manifest.id()).isTrue();
        assertThat(PLUGINS.resolve("pom.xml"))
            .content(StandardCharsets.UTF_8)
            .contains("<module>" + manifest.id() + "</module>");
      }
    }
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(PLUGINS)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> !each.toString().contains("/target/"))
          .filter(each -> Stream.of(endings).anyMatch(each.toString()::endsWith))
          .toList();
    }
  }
}
