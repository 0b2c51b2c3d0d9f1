package org.harmregistry.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.harmregistry.kit.live.LiveStreams;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;

/** The rules that keep the architecture easy to see; each service's ArchitectureTest applies them to its own packages. */
public final class ArchitectureRules {

    private static final String BANNED_NAMES = ".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Dao|DAO)";

    private ArchitectureRules() {
    }

    /** Checks all rules on the main classes below a package. */
    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        Stream.concat(common().stream(), Stream.of(noCyclesBelow(basePackage)))
                .forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static List<ArchRule> common() {
        return List.of(
                noClasses().should().haveNameMatching(BANNED_NAMES)
                        .because("a name says what a thing is in the field's terms"),
                noClasses().that().resideInAPackage("..domain..")
                        .should().dependOnClassesThat().resideInAnyPackage("..api..", "..store..")
                        .because("api and store look at domain, never the other way"),
                noClasses().that().resideInAPackage("..api..")
                        .should().dependOnClassesThat().resideInAPackage("..store..")
                        .because("a resource calls a use case, not a query"),
                noClasses().that().resideInAPackage("..store..")
                        .should().dependOnClassesThat().resideInAPackage("..api.."),
                noClasses().that().resideInAPackage("..domain..")
                        .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..",
                                "org.eclipse.microprofile.openapi..")
                        .because("the domain knows nothing of HTTP"),
                noFields().should().beAnnotatedWith(Inject.class).because("dependencies stand in the constructor"),
                noClasses().should().callMethodWhere(blocks()).because("nothing blocks the event loop"),
                noClasses().should().callMethod("java.time.Instant", "now")
                        .orShould().callMethod("java.time.LocalDate", "now")
                        .because("the time comes from an injected Clock"),
                methods().that().areDeclaredInClassesThat().areAnnotatedWith(Path.class).and().arePublic()
                        .should(sayWhoMayCall()),
                methods().that().haveRawReturnType(Multi.class).and().areAnnotatedWith(GET.class)
                        .should(beAskedForByName())
                        .because("a reader who takes anything gets JSON, and not a stream without end"));
    }

    private static ArchRule noCyclesBelow(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaMethodCall> blocks() {
        return DescribedPredicate.describe("blocks on a Uni or Multi",
                call -> call.getTargetOwner().getName().startsWith("io.smallrye.mutiny.groups.UniAwait")
                        || call.getTargetOwner().getName().equals("java.lang.Thread") && call.getName().equals("sleep"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class)
                        || method.isAnnotatedWith(DenyAll.class) || method.isAnnotatedWith(Authenticated.class);
                if (!says && !isNested(method.getOwner())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not say who may call it"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> beAskedForByName() {
        return new ArchCondition<>("produce " + LiveStreams.MEDIA_TYPE + " and be admitted first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                // Bound by name: the filter that admits or refuses a follower while a status can still be sent.
                boolean named = method.isMetaAnnotatedWith(NameBinding.class) && method.isAnnotatedWith(Produces.class)
                        && List.of(method.getAnnotationOfType(Produces.class).value()).equals(List.of(LiveStreams.MEDIA_TYPE));
                if (!named) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }
        };
    }

    private static boolean isNested(JavaClass owner) {
        return owner.getEnclosingClass().isPresent();
    }
}
