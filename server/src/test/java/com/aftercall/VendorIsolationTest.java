package com.aftercall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Where vendors' code may be used, and a few more rules of the house about places and names. */
class VendorIsolationTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.aftercall");

  @ParameterizedTest
  @CsvSource({
    "org.bytedeco.., com.aftercall.recording.ffmpeg",
    "edu.cmu.sphinx.., com.aftercall.transcript.sphinx",
    "io.github.givimad.whisperjni.., com.aftercall.transcript.whisper",
    "opennlp.., com.aftercall.analysis.local",
    "com.google.re2j.., com.aftercall.analysis.local",
    "com.github.kagkarlsson.., com.aftercall.[pipeline|bulk|stream|access]",
    "com.nimbusds.., com.aftercall.access.openid",
    "software.amazon.awssdk.., com.aftercall..aws",
    "software.amazon.kinesis.., com.aftercall.stream.aws",
    "org.apache.kafka.., com.aftercall.stream.kafka"
  })
  void vendorIsUsedInItsAdapterAlone(String vendor, String adapter) {
    noClasses()
        .that()
        .resideOutsideOfPackage(adapter)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(vendor)
        .because("a vendor behind a port can be exchanged; move the code to " + adapter)
        .check(OURS);
  }

  @ParameterizedTest
  @CsvSource({
    "org.bytedeco",
    "edu.cmu.sphinx",
    "opennlp",
    "com.google.re2j",
    "com.github.kagkarlsson",
    "software.amazon.awssdk",
    "software.amazon.kinesis",
    "org.apache.kafka",
    "io.zonky"
  })
  void vendorsOfTheRulesAreReallyUsed(String vendor) {
    assertThat(OURS.stream().flatMap(ours -> ours.getDirectDependenciesFromSelf().stream()))
        .as("else the rule about it is out of date")
        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith(vendor));
  }

  @Test
  void embeddedDatabaseIsKnownToTheRootAndOneClassOfThePipeline() {
    noClasses()
        .that()
        .resideOutsideOfPackage("com.aftercall")
        .and()
        .doNotHaveFullyQualifiedName("com.aftercall.pipeline.ContactTask")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.zonky..")
        .check(OURS);
  }

  @Test
  void controllersLieInWebPackagesAndAreClosed() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .resideInAnyPackage("com.aftercall", "com.aftercall.*.web")
        .andShould()
        .bePackagePrivate()
        .check(OURS);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Data|Info)(\\$.*)?")
        .because("the field has a word for it; docs/glossary.md")
        .check(OURS);
  }

  @Test
  void whatHappensGoesToTheLog() {
    noClasses()
        .that()
        // Sphinx logs there, words included, and has to be silenced there.
        .resideOutsideOfPackage("com.aftercall.transcript.sphinx")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(OURS);
    noClasses().should().accessField(System.class, "out").check(OURS);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("com.aftercall.StartupChecks")
        .should()
        .accessField(System.class, "err")
        .check(OURS);
  }
}
