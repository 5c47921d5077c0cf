package nl.voorelkaar.dossier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.voorelkaar.dossier");

    private static final String PICTURES = ".*\\.document\\.Pictures(\\$.*)?";

    @Test
    void theDossierKnowsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "nl.voorelkaar.portal..", "org.springframework.web..")
                .check(HOUSE);
    }

    @Test
    void onlyTheVaultTouchesCiphers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.dossier.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "org.bouncycastle..")
                .check(HOUSE);
    }

    @Test
    void uploadsAreReadInAProcessOfTheirOwnOnly() {
        noClasses()
                .that()
                .haveNameNotMatching(PICTURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "org.apache.pdfbox.rendering..")
                .check(HOUSE);
        noClasses()
                .that()
                .haveNameNotMatching(PICTURES)
                .and()
                .doNotHaveSimpleName("DrawingProcess")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Pictures")
                .check(HOUSE);
    }

    @Test
    void onlyTheSealKnowsHowOthersSign() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.dossier.seal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.europa.esig..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.dossier.vault..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.security.PrivateKey.class)
                .check(HOUSE);
    }

    @Test
    void onlyThePrinterKnowsHowPagesAreLaidOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.voorelkaar.dossier.paper..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.openhtmltopdf..")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockBean() {
        var rule = noClasses().should().callMethod(System.class, "currentTimeMillis");
        rule.check(HOUSE);
        noClasses().should().callMethod(Clock.class, "systemUTC").check(HOUSE);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(HOUSE);
        noClasses().should().callConstructor(Date.class).check(HOUSE);
        for (var type : Set.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(HOUSE);
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void beansAreUnchangeable() {
        fields().that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void packagesKnowEachOtherInOneDirection() {
        slices().matching("nl.voorelkaar.dossier.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("nl.voorelkaar.dossier.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nl.voorelkaar.dossier.entry..",
                        "nl.voorelkaar.dossier.document..",
                        "nl.voorelkaar.dossier.draft..",
                        "nl.voorelkaar.dossier.resident..",
                        "nl.voorelkaar.dossier.sharecode..")
                .check(HOUSE);
    }

    @Test
    void howPromisesAreKeptIsNobodysBusiness() {
        classes()
                .that()
                .resideInAnyPackage(
                        "nl.voorelkaar.dossier.resident..",
                        "nl.voorelkaar.dossier.sharecode..",
                        "nl.voorelkaar.dossier.draft..",
                        "nl.voorelkaar.dossier.document..")
                .and()
                .haveSimpleNameNotContaining("package-info")
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysThatNothingIsNull() {
        HOUSE.stream()
                .map(type -> type.getPackage())
                .distinct()
                .forEach(type -> assertThat(type.isAnnotatedWith(NullMarked.class))
                        .as(type.getName())
                        .isTrue());
    }

    @Test
    void whatIsSecretIsNotPrinted() {
        for (var type : Set.of(
                Bsn.class,
                Entry.class,
                Entry.Document.class,
                NewEntry.class,
                DossierView.class,
                Residents.Profile.class,
                ShareCodes.ShareCode.class)) {
            assertThat(HOUSE.get(type).tryGetMethod("toString"))
                    .as(type.getName())
                    .hasValueSatisfying(
                            method -> assertThat(method.getModifiers()).doesNotContain(JavaModifier.SYNTHETIC));
        }
    }
}
