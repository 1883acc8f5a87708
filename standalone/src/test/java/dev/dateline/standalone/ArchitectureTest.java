package dev.dateline.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between modules and the purity of the steps; a wrong import fails the build with the rule's reason. */
class ArchitectureTest {
    private static final JavaClasses DATELINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dateline");

    private static final String[] SERVICES = {
        "dev.dateline.ingest..", "dev.dateline.enrich..", "dev.dateline.dashboard.."
    };

    @Test
    void commonDependsOnNoModule() {
        classes()
                .that()
                .resideInAPackage("dev.dateline.common..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.dateline.ingest..",
                        "dev.dateline.enrich..",
                        "dev.dateline.dashboard..",
                        "dev.dateline.embedded..",
                        "dev.dateline.simulator..",
                        "dev.dateline.standalone..",
                        "dev.dateline.testkit..")
                .because("every module stands on common, so it can stand on none")
                .check(DATELINE);
    }

    @Test
    void servicesMeetOnTopicsOnly() {
        for (String service : SERVICES) {
            for (String other : SERVICES) {
                if (!service.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(service)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .because("only Kafka is between services: each is deployed, scaled and replaced alone")
                            .check(DATELINE);
                }
            }
        }
    }

    @Test
    void nothingThatShipsNeedsTheTestKit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dateline.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dateline.testkit..", "org.junit..", "org.assertj..", "org.testcontainers..")
                .because("test code does not ship")
                .check(DATELINE);
    }

    @Test
    void servicesDoNotKnowWhereTheyRun() {
        noClasses()
                .that()
                .resideInAnyPackage(SERVICES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dateline.embedded..", "dev.dateline.simulator..", "dev.dateline.standalone..")
                .because("a service runs the same on a laptop and on a cluster")
                .check(DATELINE);
    }

    @Test
    void stepsAreFreeOfKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.dateline.enrich.article..",
                        "dev.dateline.enrich.step..",
                        "dev.dateline.enrich.read..",
                        "dev.dateline.enrich.extract..",
                        "dev.dateline.enrich.identify..",
                        "dev.dateline.enrich.sketch..",
                        "dev.dateline.enrich.near..",
                        "dev.dateline.enrich.decide..",
                        "dev.dateline.enrich.tag..",
                        "dev.dateline.enrich.publish..",
                        "dev.dateline.simulator..",
                        "dev.dateline.common.address..",
                        "dev.dateline.common.model..",
                        "dev.dateline.common.outcome..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("what an article becomes is decided by pure functions, tested and explained without a broker")
                .check(DATELINE);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.dateline.standalone..", "dev.dateline.benchmarks..")
                .and()
                .doNotHaveFullyQualifiedName("dev.dateline.common.runtime.ServiceMain")
                .should()
                .accessField(System.class, "out")
                .because("a service logs")
                .check(DATELINE);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching("dev.dateline.(*)..").should().beFreeOfCycles().check(DATELINE);
        slices().matching("dev.dateline.enrich.(*)..").should().beFreeOfCycles().check(DATELINE);
        slices().matching("dev.dateline.enrich.tag.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DATELINE);
        slices().matching("dev.dateline.ingest.(*)..").should().beFreeOfCycles().check(DATELINE);
        slices().matching("dev.dateline.dashboard.(*)..")
                .should()
                .beFreeOfCycles()
                .check(DATELINE);
    }
}
