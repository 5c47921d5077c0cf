package nl.voorelkaar.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchitectureTests {

    private static final JavaClasses CONSENT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.voorelkaar.consent");

    private static void holds(ArchRule rule) {
        rule.check(CONSENT);
    }

    @Test
    void consentKnowsNoScreens() {
        holds(noClasses().should().dependOnClassesThat().resideInAnyPackage("com.vaadin..", "jakarta.servlet.."));
    }

    @Test
    void consentDependsOnNoOtherModule() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.voorelkaar.dossier..", "nl.voorelkaar.portal..", "nl.devservices.."));
    }

    @Test
    void onlyTheLedgerMayTouchCryptography() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.consent.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "org.bouncycastle.."));
    }

    @Test
    void timeComesFromTheClockBeanOnly() {
        holds(noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void theDecisionIsPure() {
        holds(classes()
                .that()
                .resideInAPackage("nl.voorelkaar.consent.decision")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "nl.voorelkaar.consent",
                        "nl.voorelkaar.consent.decision",
                        "org.jspecify.."));
        holds(noClasses()
                .that()
                .resideInAPackage("nl.voorelkaar.consent.decision")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class));
    }

    @Test
    void theRootPackageKnowsNoSubPackage() {
        holds(noClasses()
                .that()
                .resideInAPackage("nl.voorelkaar.consent")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nl.voorelkaar.consent.*.."));
    }

    @Test
    void subPackagesHaveNoCycles() {
        holds(slices().matching("nl.voorelkaar.consent.(*)..").should().beFreeOfCycles());
    }

    @Test
    void entitiesStayInTheirPackage() {
        holds(classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate());
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(fields().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void publicContractsSpeakInTypedIds() {
        holds(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("nl.voorelkaar.consent")
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Sealing")
                .and()
                .doNotHaveName("end")
                .and()
                .doNotHaveName("take")
                .should()
                .notHaveRawParameterTypes(UUID.class));
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = new HashSet<JavaPackage>();
        var open = new ArrayDeque<>(List.of(CONSENT.getPackage("nl.voorelkaar.consent")));
        while (!open.isEmpty()) {
            var next = open.pop();
            packages.add(next);
            open.addAll(next.getSubpackages());
        }
        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }

    @Test
    void everyTypeThatOthersSeeIsInTheRootPackageOrServesAnotherSubPackage() {
        var published = CONSENT.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass())
                .map(JavaClass::getName)
                .filter(name -> name.matches("nl\\.voorelkaar\\.consent\\.[a-z]+\\.[A-Z]\\w*"))
                .toList();

        assertThat(published)
                .containsExactlyInAnyOrder(
                        "nl.voorelkaar.consent.decision.Decisions",
                        "nl.voorelkaar.consent.decision.Delegation",
                        "nl.voorelkaar.consent.decision.Facts",
                        "nl.voorelkaar.consent.decision.Handing",
                        "nl.voorelkaar.consent.decision.LeastNeeded",
                        "nl.voorelkaar.consent.decision.NeedToKnow",
                        "nl.voorelkaar.consent.decision.JointAuthority",
                        "nl.voorelkaar.consent.decision.Statute",
                        "nl.voorelkaar.consent.decision.WhoDecides",
                        "nl.voorelkaar.consent.receipt.About",
                        "nl.voorelkaar.consent.receipt.Told",
                        "nl.voorelkaar.consent.grant.DeskGrants",
                        "nl.voorelkaar.consent.mandate.Code",
                        "nl.voorelkaar.consent.mandate.DeskMandates",
                        "nl.voorelkaar.consent.mandate.Initials",
                        "nl.voorelkaar.consent.mandate.MandateColumns",
                        "nl.voorelkaar.consent.due.DueHandler",
                        "nl.voorelkaar.consent.due.DueKind",
                        "nl.voorelkaar.consent.due.DueList",
                        "nl.voorelkaar.consent.gate.FactFinder",
                        "nl.voorelkaar.consent.receipt.Receipts",
                        "nl.voorelkaar.consent.request.Asked",
                        "nl.voorelkaar.consent.request.StoredTerms",
                        "nl.voorelkaar.consent.scope.TransactionScope",
                        "nl.voorelkaar.consent.subject.Subjects",
                        "nl.voorelkaar.consent.tlog.Audit",
                        "nl.voorelkaar.consent.tlog.Hashes",
                        "nl.voorelkaar.consent.tlog.LogDatabase",
                        "nl.voorelkaar.consent.tlog.SealedChain",
                        "nl.voorelkaar.consent.tlog.StandCode",
                        "nl.voorelkaar.consent.watch.UseCounts");
    }
}
