package org.tuguan.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The shape of the core (docs/adr/0001): which package may use which, and what none may use. */
class ArchitectureTest {
  private static final String ROOT = "org.tuguan.core";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void rulesLookAtTheWholeCore() {
    assertThat(CORE.size()).isGreaterThan(40);
  }

  @Test
  void coreIsPlainJava() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "jakarta..",
                "org.flywaydb..",
                "tools.jackson.databind..",
                "com.fasterxml.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("org.tuguan.core.(*)..").should().beFreeOfCycles());
  }

  @Test
  void packagesUseOnlyWhatLiesBelow() {
    mayUse("crs");
    mayUse("sharing");
    mayUse("access");
    mayUse("feature", "crs");
    mayUse("snapshot", "crs", "feature");
    mayUse("catalog", "access", "crs", "feature", "sharing");
    mayUse("map", "crs", "feature", "snapshot");
    mayUse("tile", "crs", "feature", "snapshot", "map");
    mayUse("imports", "crs", "feature", "map");
    mayUse("exports", "crs", "feature");
    mayUse("delivery", "catalog", "crs", "feature", "exports", "map", "print");
    mayUse("issuing", "crs");
    mayUse("analysis", "access");
    mayUse("plugin", "access", "analysis", "catalog", "crs", "feature", "sharing");
    mayUse("print");
    mayUse("payment", "crs", "issuing");
  }

  @Test
  void referencingHasOneDoor() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".crs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.geotools.referencing..", "org.geotools.api.referencing.."));
  }

  @Test
  void nothingElseOfTheGeoToolsJarIsUsed() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.geotools.data..",
                "org.geotools.api.data..",
                "org.eclipse.emf..",
                "javax.media.jai..",
                "javax.xml.bind..",
                "com.google.common.."));
  }

  @Test
  void pdfIsWrittenInOnePlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".print")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.lowagie.."));
  }

  /**
   * {@code FilterLiteral} knows {@code java.sql.Date} only because GeoTools' converters make it.
   */
  @Test
  void sqlIsSpokenByNamedClassesOnly() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching(".*\\.(PostGis|Jdbc|GeoPackage)[^.]*")
            .and(DescribedPredicate.not(simpleName("FilterLiteral")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql.."));
  }

  @Test
  void timeIsInjected() {
    check(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(Calendar.class, "getInstance"));
  }

  @Test
  void nothingPrints() {
    check(
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void staticStateIsFinal() {
    check(
        noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal());
  }

  @Test
  void namesSayTheDifference() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*(Impl|Manager|Helper|Utils?)(\\$.*)?|.*\\.(Abstract|Default)[A-Z][^.]*"));
  }

  @Test
  void classesAreNotBuiltOnEachOther() {
    check(
        classes()
            .that()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should(Inheritance.fromOutsideOnly(ROOT)));
  }

  /** The GeoTools jar carries an old SLF4J; ours must come first. */
  @Test
  void loggingComesFromItsOwnJar() {
    assertThat(LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("slf4j-api");
  }

  private static void mayUse(String from, String... below) {
    String[] forbidden =
        CORE.stream()
            .map(each -> each.getPackageName())
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
            .distinct()
            .filter(name -> !name.equals(from))
            .filter(name -> !List.of(below).contains(name))
            .map(name -> ROOT + "." + name + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + from + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CORE);
  }
}
