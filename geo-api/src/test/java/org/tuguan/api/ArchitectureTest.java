package org.tuguan.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.catalog.CatalogStore;

/** The shape of the program (docs/adr/0001). */
class ArchitectureTest {
  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tuguan.api");

  @Test
  void rulesLookAtTheWholeProgram() {
    assertThat(API.size()).isGreaterThan(30);
  }

  @Test
  void controllersDoNotCallControllers() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should(notUseOtherControllers())
        .check(API);
  }

  @Test
  void sqlIsSpokenByNamedClassesOnly() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Jdbc")
        .and()
        .haveSimpleNameNotStartingWith("PostGis")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc.core..")
        .check(API);
  }

  @Test
  void partsComeThroughConstructors() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Autowired.class).check(API);
  }

  @Test
  void timeIsInjected() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .check(API);
  }

  @Test
  void referencingStaysInTheCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.geotools.referencing..",
            "org.geotools.api.referencing..",
            "org.geotools.data..",
            "org.geotools.api.data..",
            "com.google.common..",
            "javax.media.jai..")
        .check(API);
  }

  /**
   * Who answers somebody sees what they may see; all of the catalog is for work behind the scenes.
   */
  @Test
  void answersComeFromTheCatalogThatTheCallerSees() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .or()
        .resideInAnyPackage(
            "org.tuguan.api.wms..",
            "org.tuguan.api.tiles..",
            "org.tuguan.api.features..",
            "org.tuguan.api.places..",
            "org.tuguan.api.publishing..",
            "org.tuguan.api.imports..")
        .should()
        .callMethod(CatalogStore.class, "whole")
        .check(API);
  }

  @Test
  void namesSayTheDifference() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Impl|Manager|Helper|Utils?)(\\$.*)?|.*\\.(Abstract|Default)[A-Z][^.]*")
        .check(API);
  }

  private static ArchCondition<JavaClass> notUseOtherControllers() {
    return new ArchCondition<>("not use other controllers") {
      @Override
      public void check(JavaClass controller, ConditionEvents events) {
        controller.getDirectDependenciesFromSelf().stream()
            .filter(each -> each.getTargetClass().isAnnotatedWith(RestController.class))
            .filter(each -> !each.getTargetClass().equals(controller))
            .forEach(
                each ->
                    events.add(SimpleConditionEvent.violated(controller, each.getDescription())));
      }
    };
  }
}
