package org.tuguan.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Jars of plugins that were compiled against this core go on working: what is recorded in {@code
 * plugin-api.txt} is still there, and what an interface asks of a plugin does not grow.
 *
 * <p>New things are added to the record with {@code -Dtuguan.record-api=true}; taking a line out of
 * it needs a new major version of the core.
 */
class PluginApiTest {
  private static final Path RECORD = Path.of("src/test/resources/plugin-api.txt");

  /** Those that a plugin implements; a method more, and a compiled one misses it. */
  private static final Set<String> IMPLEMENTED =
      Set.of(
          "org.tuguan.core.Extension",
          "org.tuguan.core.analysis.AnalysisProcess",
          "org.tuguan.core.analysis.Indicator",
          "org.tuguan.core.exports.FileFormat",
          "org.tuguan.core.feature.FeatureEncoder",
          "org.tuguan.core.map.MapEncoder",
          "org.tuguan.core.plugin.DemoData",
          "org.tuguan.core.plugin.PluginHealth",
          "org.tuguan.core.plugin.PluginJob",
          "org.tuguan.core.plugin.RequestGuard",
          "org.tuguan.core.plugin.RequestListener");

  private static final List<String> PACKAGES =
      List.of(
          "org.tuguan.core",
          "org.tuguan.core.access",
          "org.tuguan.core.analysis",
          "org.tuguan.core.plugin");

  @Test
  void whatPluginsWereCompiledAgainstIsStillThere() throws IOException {
    Set<String> now = signatures();
    if (Boolean.getBoolean("tuguan.record-api")) {
      Files.write(RECORD, now, StandardCharsets.UTF_8);
    }
    Set<String> gone = new TreeSet<>(Files.readAllLines(RECORD, StandardCharsets.UTF_8));
    gone.removeAll(now);
    assertThat(gone)
        .as(
            "a plugin that was compiled against this core would miss these; bring them back, or raise"
                + " the major version of the core and record the API anew (CONTRIBUTING.md)")
        .isEmpty();
  }

  @Test
  void whatIsAskedOfPluginsDoesNotGrow() throws IOException {
    Set<String> known = new TreeSet<>(Files.readAllLines(RECORD, StandardCharsets.UTF_8));
    List<String> asked =
        signatures().stream()
            .filter(line -> line.contains(" abstract "))
            .filter(line -> IMPLEMENTED.contains(line.substring(0, line.indexOf(' '))))
            .filter(line -> !known.contains(line))
            .toList();
    assertThat(asked)
        .as("a compiled plugin does not have these methods: give them a default")
        .isEmpty();
  }

  private static Set<String> signatures() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tuguan.core");
    Set<String> lines = new TreeSet<>();
    for (JavaClass each : classes) {
      boolean api =
          PACKAGES.contains(each.getPackageName()) || IMPLEMENTED.contains(each.getName());
      if (api && isOpen(each)) {
        lines.addAll(signatures(each));
      }
    }
    return lines;
  }

  private static boolean isOpen(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(PluginApiTest::isOpen).orElse(true);
  }

  private static List<String> signatures(JavaClass each) {
    List<String> lines = new ArrayList<>();
    lines.add(each.getName() + " " + (each.isInterface() ? "interface" : "class"));
    for (JavaField field : each.getFields()) {
      if (field.getModifiers().contains(JavaModifier.PUBLIC)) {
        lines.add(
            "%s %s%s %s"
                .formatted(
                    each.getName(),
                    field.getModifiers().contains(JavaModifier.STATIC) ? "static " : "",
                    field.getRawType().getName(),
                    field.getName()));
      }
    }
    for (JavaCodeUnit code : each.getCodeUnits()) {
      if (code.getModifiers().contains(JavaModifier.PUBLIC)
          && !code.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        lines.add(signature(each, code));
      }
    }
    return lines;
  }

  private static String signature(JavaClass each, JavaCodeUnit code) {
    return "%s %s%s%s %s(%s)"
        .formatted(
            each.getName(),
            code.getModifiers().contains(JavaModifier.STATIC) ? "static " : "",
            code.getModifiers().contains(JavaModifier.ABSTRACT) ? "abstract " : "",
            code.getRawReturnType().getName(),
            code.getName(),
            code.getParameters().stream()
                .map(JavaParameter::getRawType)
                .map(JavaClass::getName)
                .collect(Collectors.joining(", ")));
  }
}
