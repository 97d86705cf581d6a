package io.github.vastsdk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The design's rules about who may know what, and how classes are shaped. */
class ArchitectureTest {
    private static final int LONGEST_SOURCE = 350;
    private static final String ROOT = "io.github.vastsdk";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String JSON_NODE = "com.fasterxml.jackson.databind.JsonNode";

    /** The public handles with a raw view. */
    private static final String HANDLES = "io\\.github\\.vastsdk\\.(Call|Reply|VastClient|PagedCall)(\\$.*)?";

    private static final String CLIENT_BUILDERS =
            "io\\.github\\.vastsdk\\.(VastClient|ClientBuilder|thunder\\.ThunderClient)(\\$.*)?";
    private static final Set<String> CALLS = Set.of(ROOT + ".Call", ROOT + ".PagedCall");
    private static final Set<String> HANDLES_OF_INSTANCES = Set.of(
            ROOT + ".BulkInstances",
            ROOT + ".InstancePricing",
            ROOT + ".launch.InstanceWaiter",
            ROOT + ".launch.Wait",
            ROOT + ".thunder.ThunderWaiter");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "equals", "hashCode");

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final DescribedPredicate<JavaClass> OPTIONAL =
            DescribedPredicate.describe("Optional", type -> type.getName().startsWith("java.util.Optional"));

    private static final DescribedPredicate<JavaClass> RESOURCES =
            DescribedPredicate.describe("are resources", ArchitectureTest::isResource);

    @Test
    void failsafe_when_imported_then_byRetriesAlone() {
        noClasses()
                .that(not(nameMatching("io\\.github\\.vastsdk\\.internal\\.Retries(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.failsafe..")
                .check(MAIN);
    }

    @Test
    void javaNetHttp_when_imported_then_byInternalOrTheClientBuilders() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal..")
                .and(not(nameMatching(CLIENT_BUILDERS)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(MAIN);
    }

    @Test
    void jackson_when_imported_then_whereJsonIsReadOrWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".internal..",
                        ROOT + ".model..",
                        ROOT + ".request..",
                        ROOT + ".query..",
                        ROOT + ".thunder..")
                .and(not(nameMatching(HANDLES)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JACKSON)
                .check(MAIN);
    }

    @Test
    void jackson_when_importedByHandles_then_asJsonNodeOnly() {
        noClasses()
                .that(nameMatching(HANDLES))
                .should()
                .dependOnClassesThat(resideInAPackage(JACKSON).and(not(name(JSON_NODE))))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void ssh_when_itNeedsMoreThanTheJdk_then_secretsAndSecretFilesOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".ssh..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("javax.crypto.."))
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage(ROOT + ".ssh.."))
                        .or(name(ROOT + ".Secret"))
                        .or(nameMatching("io\\.github\\.vastsdk\\.internal\\.files\\.SecretFiles(\\$.*)?")))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void resources_when_theyHavePublicMethods_then_theseReturnCalls() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(RESOURCES)
                .and(DescribedPredicate.describe(
                        "are their own", method -> !OF_EVERY_OBJECT.contains(method.getName())))
                .should()
                .haveRawReturnType(
                        DescribedPredicate.describe("a call or another resource", ArchitectureTest::leadsToCall))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void resources_when_theyHaveConstructors_then_notPublic() {
        constructors()
                .that()
                .areDeclaredInClassesThat(RESOURCES)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void packages_when_theyDependOnEachOther_then_withoutCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void optional_when_used_then_neverAsFieldOrParameter() {
        noFields().should().haveRawType(OPTIONAL).check(MAIN);
        noCodeUnits()
                .should(haveRawParameterTypes(DescribedPredicate.describe(
                        "with an Optional", types -> types.stream().anyMatch(OPTIONAL))))
                .check(MAIN);
    }

    @Test
    void methods_when_theyLock_then_notBySynchronized() {
        noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(MAIN);
    }

    @Test
    void exceptions_when_public_then_sealedOrFinal() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".error..")
                .and()
                .areAssignableTo(Throwable.class)
                .should(new ArchCondition<>("be sealed or final") {
                    @Override
                    public void check(JavaClass exception, ConditionEvents events) {
                        boolean closed = exception.getModifiers().contains(JavaModifier.FINAL)
                                || exception.reflect().isSealed();
                        events.add(new SimpleConditionEvent(exception, closed, exception.getName() + " is open"));
                    }
                })
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void sources_when_theyGrow_then_stayShort() throws IOException {
        assertThat(mainSources()).isNotEmpty().allSatisfy(source -> assertThat(Files.readAllLines(source))
                .as("lines of %s", source)
                .hasSizeLessThanOrEqualTo(LONGEST_SOURCE));
    }

    private static boolean leadsToCall(JavaClass returned) {
        return returned.isAssignableTo(ROOT + ".Call") || HANDLES_OF_INSTANCES.contains(returned.getName());
    }

    /** A resource states operations: a public final class beside a client whose methods return calls. */
    private static boolean isResource(JavaClass type) {
        return Set.of(ROOT, ROOT + ".thunder").contains(type.getPackageName())
                && type.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.FINAL))
                && type.isTopLevelClass()
                && !type.getSimpleName().matches("VastClient|ThunderClient")
                && type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getRawReturnType)
                        .anyMatch(returned -> CALLS.contains(returned.getName()));
    }

    private static List<Path> mainSources() throws IOException {
        try (var files = Files.walk(Path.of("..").toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .toList();
        }
    }
}
