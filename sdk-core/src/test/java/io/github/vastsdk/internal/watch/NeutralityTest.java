package io.github.vastsdk.internal.watch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The mechanism of waits serves every service, so it may know none. */
class NeutralityTest {
    private static final String ROOT = "io.github.vastsdk";

    @Test
    void mechanism_whenItIsShared_thenKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal.watch")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".internal.watch.*", ROOT + ".thunder")
                        .or(nameMatching(
                                "io\\.github\\.vastsdk\\.(model\\.Instance(Status)?|launch\\.InstanceWaiter)")))
                .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
    }
}
