package org.tuguan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the files of the portal, which nothing compiles. */
class PortalFilesTest {
  private static final Path SRC = Path.of("src");
  private static final int LINES = 260;
  private static final List<String> LANGUAGES = List.of("zh-TW", "en");

  private static final Pattern MESSAGE = Pattern.compile("(?m)^  \"([^\"]+)\": \"(.*)\",$");
  private static final Pattern USED =
      Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"|data-i18n(?:-label|-placeholder)?=\"([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"(\\.[^\"]+)\"");
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"?#]+\\.[a-z0-9]+)\"");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    List<String> chinese = keys(messages("zh-TW"));
    assertThat(chinese).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(keys(messages("en"))).isEqualTo(chinese);
  }

  /** In files of the same names, each of which its language takes in. */
  @Test
  void messagesAreInTheSameAreas() throws IOException {
    assertThat(areas("en").keySet()).isEqualTo(areas("zh-TW").keySet());
    for (String language : LANGUAGES) {
      Map<String, String> areas = areas(language);
      for (Map.Entry<String, String> area : areas.entrySet()) {
        assertThat(keys(area.getValue()))
            .as(area.getKey())
            .isEqualTo(keys(areas("en").get(area.getKey())));
        assertThat(read(SRC.resolve("js/i18n/messages." + language + ".js")))
            .contains("from \"./%s/%s.js\";".formatted(language, area.getKey()))
            .contains("  ...%s,".formatted(area.getKey()));
      }
    }
  }

  @Test
  void bothLanguagesFillInTheSameParameters() throws IOException {
    assertThat(parameters("en")).isEqualTo(parameters("zh-TW"));
  }

  @Test
  void everyMessageThatIsUsedExists() throws IOException {
    List<String> used = new ArrayList<>();
    for (Path file : files(".js", ".html")) {
      USED.matcher(read(file))
          .results()
          .forEach(use -> used.add(use.group(1) == null ? use.group(2) : use.group(1)));
    }
    assertThat(used).hasSizeGreaterThan(100);
    assertThat(keys(messages("en"))).containsAll(new TreeSet<>(used));
  }

  @Test
  void everyModuleThatIsImportedExists() throws IOException {
    for (Path file : files(".js")) {
      assertThat(IMPORT.matcher(read(file)).results().map(found -> found.group(1)))
          .as("imports of %s", file)
          .allSatisfy(
              path ->
                  assertThat(found("/" + SRC.relativize(file.resolveSibling(path).normalize())))
                      .as(path)
                      .isTrue());
    }
  }

  @Test
  void everyFileThatAPageNamesExists() throws IOException {
    for (Path page : files(".html")) {
      assertThat(FILE.matcher(read(page)).results().map(found -> found.group(1)))
          .as("files of %s", page)
          .allSatisfy(path -> assertThat(found(path)).as(path).isTrue());
    }
  }

  /** The content security policy would stop them; better here than in a browser. */
  @Test
  void pagesHaveNoScriptOfTheirOwn() throws IOException {
    for (Path page : files(".html")) {
      assertThat(read(page))
          .as(page.toString())
          .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
          .doesNotContainPattern("\\son[a-z]+=\"")
          .doesNotContain("javascript:");
    }
  }

  @Test
  void dataIsNeverReadAsHtml() throws IOException {
    for (Path file : files(".js")) {
      assertThat(read(file))
          .as(file.toString())
          .doesNotContainPattern(
              "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(");
    }
  }

  /** Of the portal proper: the pages under /ogc are the server's, each with what it needs. */
  @Test
  void onlyTheApiFolderTalksToTheServer() throws IOException {
    List<Path> others =
        files(".js").stream()
            .filter(file -> file.startsWith("src/js") && !file.startsWith("src/js/api"))
            .toList();
    assertThat(others).isNotEmpty();
    for (Path file : others) {
      assertThat(read(file))
          .as(file.toString())
          .doesNotContainPattern("\\bfetch\\(|XMLHttpRequest\\(|\"/api/");
    }
  }

  @Test
  void filesStayShort() throws IOException {
    for (Path file : files(".js", ".html")) {
      assertThat(read(file).lines().count()).as(file.toString()).isLessThanOrEqualTo(LINES);
    }
  }

  private static boolean found(String path) {
    return path.startsWith("/webjars/")
        ? PortalFilesTest.class.getResource("/META-INF/resources" + path) != null
        : Files.isRegularFile(SRC.resolve(path.substring(1)));
  }

  private static List<String> keys(String messages) {
    return MESSAGE.matcher(messages).results().map(found -> found.group(1)).toList();
  }

  private static List<String> parameters(String language) throws IOException {
    Pattern parameter = Pattern.compile("\\{\\w+}");
    return MESSAGE
        .matcher(messages(language))
        .results()
        .map(
            message ->
                message.group(1)
                    + parameter
                        .matcher(message.group(2))
                        .results()
                        .map(found -> found.group())
                        .sorted()
                        .toList())
        .toList();
  }

  private static String messages(String language) throws IOException {
    return String.join("", areas(language).values());
  }

  /** What the files of a language have in them, by their names. */
  private static SortedMap<String, String> areas(String language) throws IOException {
    SortedMap<String, String> areas = new TreeMap<>();
    for (Path file : files(".js")) {
      if (file.getParent().endsWith("i18n/" + language)) {
        areas.put(file.getFileName().toString().replace(".js", ""), read(file));
      }
    }
    return areas;
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(SRC)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
