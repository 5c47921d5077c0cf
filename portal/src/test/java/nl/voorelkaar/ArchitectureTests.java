package nl.voorelkaar;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the house that a compiler does not keep. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.voorelkaar");

    @Test
    void onlyThePortalKnowsVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(HOUSE);
    }

    @Test
    void onlyTheVaultAndTheLedgerTouchCiphers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.voorelkaar.dossier.vault..", "nl.voorelkaar.consent.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "org.bouncycastle..")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockBean() {
        noClasses()
                .should()
                .callMethodWhere(asksTheMachineForTheTime())
                .because("the clock of the house is a bean, and everything follows it")
                .check(HOUSE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void everyRouteSaysWhoMayEnterAndHasATitle() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(describe("an access rule", ArchitectureTests::accessRule))
                .andShould(new com.tngtech.archunit.lang.ArchCondition<>("have a title") {
                    @Override
                    public void check(JavaClass view, com.tngtech.archunit.lang.ConditionEvents events) {
                        if (!view.isAnnotatedWith(PageTitle.class) && !view.isAssignableTo(HasDynamicTitle.class)) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    view, view.getName() + " has no title"));
                        }
                    }
                })
                .check(HOUSE);
    }

    @Test
    void viewsAreNobodyElsesBusiness() {
        classes().that().areAnnotatedWith(Route.class).should().notBePublic().check(HOUSE);
    }

    @Test
    void storedFormsStayInside() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void facesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("nl.voorelkaar.portal.resident..")
                .should()
                .dependOnClassesThat(resideInAPackage("nl.voorelkaar.portal.workspace.."))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("nl.voorelkaar.portal.workspace..")
                .should()
                .dependOnClassesThat(resideInAPackage("nl.voorelkaar.portal.resident.."))
                .check(HOUSE);
    }

    @Test
    void noPartOfThePortalGoesRoundInACircle() {
        slices().matching("nl.voorelkaar.portal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    private static boolean accessRule(com.tngtech.archunit.core.domain.JavaAnnotation<?> annotation) {
        return Set.of(AnonymousAllowed.class.getName(), PermitAll.class.getName(), RolesAllowed.class.getName())
                .contains(annotation.getRawType().getName());
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return describe("asks the machine for the time", call -> {
            var target = call.getTarget();
            var byNow = target.getName().equals("now")
                    && target.getOwner().getPackageName().equals("java.time")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            return byNow
                    || target.getName().equals("currentTimeMillis")
                            && target.getOwner().isEquivalentTo(System.class);
        });
    }
}
