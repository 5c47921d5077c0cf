package nl.voorelkaar.portal.workspace;

import com.vaadin.browserless.ViewPackages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PrivacyWatch;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.Restrictions;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.entry.Statements;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.MeldingDesk;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.paper.PrintedPaper;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.VerzoekType;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.seal.DocumentSeal;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.portal.AtAScreen;
import nl.voorelkaar.portal.Looks;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedDesk;
import nl.voorelkaar.portal.RememberedEmergencies;
import nl.voorelkaar.portal.RememberedHouse;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.RememberedRepresentations;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.LetterRoom;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.MemoryPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A professional at the screens of the workspace, with a {@link Desk} behind them. */
@ViewPackages(packages = {"nl.voorelkaar.portal.workspace", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = AtDesk.House.class)
@TestPropertySource(properties = "voorelkaar.face=workspace")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
public abstract class AtDesk extends AtAScreen {

    @Autowired
    protected Desk desk;

    @Autowired
    private Looks looks;

    protected void tick(String name) {
        fill(name, true);
    }

    /** Lets the checks of open screens run once, as they do every four seconds. */
    protected void tenSecondsPass() {
        looks.now();
        roundTrip();
    }

    @Configuration
    @ComponentScan(basePackages = "nl.voorelkaar.portal.workspace", lazyInit = true)
    static class House extends RememberedHouse {

        @Bean
        Desk desk() {
            return new Desk();
        }

        @Bean
        Clock clock(Desk desk) {
            return desk.clock();
        }

        @Bean
        SignedIn signedIn(Desk desk) {
            return Partly.as(SignedIn.class, new Object() {
                public Actor.Professional professional() {
                    return desk.actor;
                }

                public String name() {
                    return "Bram Visser";
                }

                public String home() {
                    return "/werkplek";
                }

                public boolean anyone() {
                    return true;
                }

                public boolean recently() {
                    return desk.recently;
                }

                public void signInAgain(String returnTo) {
                    desk.signInsAsked.add(returnTo);
                }
            });
        }

        @Bean
        AccessGate gate(Desk desk) {
            return Partly.as(AccessGate.class, desk.new Gate());
        }

        @Bean
        Attempts tries(Desk desk) {
            return (actor, handle) -> desk.tried.add(handle);
        }

        @Bean
        Complaints complaints(
                RememberedProcedures procedures,
                Deadlines deadlines,
                Parties parties,
                Grants grants,
                CaseAssignments cases) {
            return Partly.made(
                    Complaints.class,
                    procedures,
                    Partly.made(KlachtType.class, deadlines),
                    parties,
                    grants,
                    cases,
                    Partly.as(Ledger.class, new Object()));
        }

        @Bean
        MeldingDesk taking(CaseAssignments cases, Intake intake) {
            return Partly.made(MeldingDesk.class, cases, intake);
        }

        @Bean
        Worries worries(Desk desk) {
            return Partly.as(Worries.class, desk.new Told());
        }

        @Bean
        LetterPost post(Desk desk) {
            return desk.post;
        }

        @Bean
        Papers papers() {
            return paper -> new PrintedPaper("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        }

        @Bean
        LetterRoom letters(Papers papers, DocumentSeal seal, LetterPost post) {
            return new LetterRoom(papers, seal, post);
        }

        @Bean
        DocumentSeal seal(Desk desk) {
            return Partly.as(DocumentSeal.class, desk.new Sealer());
        }

        @Bean
        CaseDesk waiting(RememberedProcedures procedures) {
            return Partly.as(CaseDesk.class, procedures.new Desk());
        }

        @Bean
        PrivacyWatch watch() {
            return new RememberedWatch();
        }

        @Bean
        GroundTable grounds() {
            return Partly.as(GroundTable.class, new Object() {
                public List<GroundTable.ByLaw> byLaw() {
                    return List.of(new GroundTable.ByLaw(
                            "Wmo 2.3.2", Role.KCC, Set.of(Section.CONTACT), Set.of(Section.MELDING), Desk.TODAY));
                }

                public List<GroundTable.ByConsent> byConsent() {
                    return List.of(new GroundTable.ByConsent(Role.CO, Set.of(Section.VERHAAL), Desk.TODAY));
                }
            });
        }

        @Bean
        MemoryDestructions destructions() {
            return new MemoryDestructions();
        }

        @Bean
        PrivacyRequests privacyRequests(
                RememberedProcedures procedures,
                Deadlines deadlines,
                Representations representations,
                CaseAssignments cases,
                Dossiers dossiers,
                Clock clock) {
            return Partly.made(
                    PrivacyRequests.class,
                    procedures,
                    Partly.made(VerzoekType.class, deadlines),
                    Partly.as(Ledger.class, new Object()),
                    Partly.as(Restrictions.class, new Object()),
                    representations,
                    cases,
                    dossiers,
                    Partly.made(Statements.class, Partly.as(JdbcClient.class, new Object())),
                    Partly.as(KeyBroker.class, new Object()),
                    clock);
        }

        @Bean
        LivePlan livePlans(MemoryPlans plans) {
            return plans.watched();
        }

        @Bean
        RememberedDesk counter(Clock clock) {
            return new RememberedDesk(clock);
        }

        @Bean
        AccessRequests requests(Desk desk) {
            return Partly.as(AccessRequests.class, desk.new Asking());
        }

        @Bean
        Grants grants(Desk desk) {
            return Partly.as(Grants.class, desk.new Giving());
        }

        @Bean
        CaseAssignments cases(Desk desk) {
            return Partly.as(CaseAssignments.class, desk.new Assigning());
        }

        @Bean
        Parties parties(Desk desk) {
            return Partly.as(Parties.class, desk.new Staff());
        }

        @Bean
        Residents residents(Desk desk) {
            return Partly.as(Residents.class, desk.new Names());
        }

        @Bean
        ShareCodes codes(Desk desk) {
            return Partly.as(ShareCodes.class, desk.new Codes());
        }

        @Bean
        RememberedRepresentations spoken() {
            return new RememberedRepresentations();
        }

        @Bean
        Answers answers(Desk desk) {
            return Partly.as(Answers.class, desk.new Differing());
        }

        @Bean
        Representations representations(RememberedRepresentations spoken) {
            return Partly.as(Representations.class, spoken);
        }

        @Bean
        PersonsRegister persons(RememberedRepresentations spoken) {
            return Partly.as(PersonsRegister.class, spoken);
        }

        @Bean
        Deaths deaths(RememberedRepresentations spoken) {
            return Partly.as(Deaths.class, spoken);
        }

        @Bean
        Lookups lookups(Desk desk, RememberedEmergencies remembered) {
            return Partly.as(Lookups.class, desk.new Numbers(remembered));
        }

        @Bean
        Dossiers dossiers(Desk desk) {
            return Partly.as(Dossiers.class, desk.new Reading());
        }
    }
}
