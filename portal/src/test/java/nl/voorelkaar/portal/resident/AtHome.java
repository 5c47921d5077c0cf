package nl.voorelkaar.portal.resident;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LogExport;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Restrictions;
import nl.voorelkaar.consent.TransparencyLog;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.PhoneNumber;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.entry.Statements;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.plan.PreparedSignatures;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.VerzoekType;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.portal.AtAScreen;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedHouse;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.notice.ResidentNews;
import nl.voorelkaar.portal.notice.SmsPost;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.persons.SecretAddresses;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.MemoryPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A resident at the screens of /mijn, with a {@link Life} behind them. */
@ViewPackages(packages = {"nl.voorelkaar.portal.resident", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = AtHome.House.class)
@TestPropertySource(properties = "voorelkaar.face=resident")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
abstract class AtHome extends AtAScreen {

    @Autowired
    protected Life life;

    protected void go(String path) {
        var parts = path.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        roundTrip();
    }

    @Configuration
    @ComponentScan(basePackages = "nl.voorelkaar.portal.resident", lazyInit = true)
    static class House extends RememberedHouse {

        @Bean
        Life life() {
            return new Life();
        }

        @Bean
        Clock clock(Life life) {
            return life.clock();
        }

        @Bean
        SignedIn signedIn(Life life) {
            return Partly.as(SignedIn.class, new Object() {
                public Actor.Resident resident() {
                    return life.actor;
                }

                public boolean anyone() {
                    return true;
                }

                public String home() {
                    return "/mijn";
                }

                public String name() {
                    return "Fatima el Amrani";
                }

                public boolean recently() {
                    return life.recently;
                }

                public void signInAgain(String returnTo) {
                    life.signInsAsked.add(returnTo);
                }
            });
        }

        @Bean
        Parties parties(Life life) {
            return Partly.as(Parties.class, new Object() {
                public Map<PartyId, Party> find(Collection<PartyId> ids) {
                    return ids.contains(life.bram.id()) ? Map.of(life.bram.id(), life.bram) : Map.of();
                }
            });
        }

        @Bean
        Complaints complaints(
                RememberedProcedures procedures,
                Deadlines deadlines,
                Parties parties,
                Grants grants,
                CaseAssignments cases,
                Ledger ledger) {
            return Partly.made(
                    Complaints.class,
                    procedures,
                    Partly.made(KlachtType.class, deadlines),
                    parties,
                    grants,
                    cases,
                    ledger);
        }

        @Bean
        Birthdays birthdays(Life life) {
            return Partly.as(Birthdays.class, new Object() {
                public Optional<Birthdays.Coming> coming(Actor.Resident who) {
                    return life.birthday;
                }
            });
        }

        /** Nobody here speaks for somebody else. */
        @Bean
        Representations representations() {
            return Partly.as(Representations.class, new Object() {
                public List<Representations.Held> heldBy(Actor.Resident who) {
                    return List.of();
                }
            });
        }

        @Bean
        MemoryAnswers answers(Life life) {
            return new MemoryAnswers(life);
        }

        @Bean
        MemoryErasures erasures(Life life) {
            return new MemoryErasures(life);
        }

        @Bean
        PrivacyRequests privacyRequests(
                RememberedProcedures procedures,
                Deadlines deadlines,
                Ledger ledger,
                Representations representations,
                CaseAssignments cases,
                Dossiers dossiers,
                Clock clock) {
            return Partly.made(
                    PrivacyRequests.class,
                    procedures,
                    Partly.made(VerzoekType.class, deadlines),
                    ledger,
                    Partly.as(Restrictions.class, new Object()),
                    representations,
                    cases,
                    dossiers,
                    Partly.made(Statements.class, Partly.as(JdbcClient.class, new Object())),
                    Partly.as(KeyBroker.class, new Object()),
                    clock);
        }

        @Bean
        CloserWatch closerWatch() {
            var asked = new AtomicBoolean();
            return Partly.as(CloserWatch.class, new Object() {
                public boolean asked(Actor.Resident who) {
                    return asked.get();
                }

                public void ask(Actor.Resident who, boolean on) {
                    asked.set(on);
                }
            });
        }

        @Bean
        LivePlan livePlans() {
            return MemoryPlans.still();
        }

        @Bean
        NoticePhones phones() {
            var chosen = new AtomicReference<Optional<PhoneNumber>>(Optional.empty());
            return Partly.as(NoticePhones.class, new Object() {
                public Optional<PhoneNumber> of(ResidentId who) {
                    return chosen.get();
                }

                public void choose(Actor.Resident who, Optional<PhoneNumber> number) {
                    chosen.set(number);
                }
            });
        }

        @Bean
        SmsPost sms() {
            return Partly.as(SmsPost.class, new Object() {
                public boolean offered() {
                    return true;
                }
            });
        }

        @Bean
        AccessRequests requests(Life life) {
            return Partly.as(AccessRequests.class, life.new Asked());
        }

        @Bean
        Proofs proofs(Life life) {
            return Partly.as(Proofs.class, new Object() {
                public Optional<java.time.Instant> completeUntil(Actor.Resident who) {
                    return Optional.of(life.clock().instant());
                }

                public Optional<Proofs.Stand> stand(Actor.Resident who) {
                    return Optional.of(new Proofs.Stand(12, "VE1-12-0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"));
                }

                public Proofs.Proof make(Actor.Resident who) {
                    throw new Proofs.NotSealedYet();
                }
            });
        }

        @Bean
        TransparencyLog transparencyLog() {
            return Partly.as(TransparencyLog.class, new Object() {
                public Optional<String> keyPrint() {
                    return Optional.of("3f2a-91c0-77de-0b14");
                }

                public List<TransparencyLog.PublishedLog> logs() {
                    return List.of(new TransparencyLog.PublishedLog(
                            0, "voorelkaar.example/bewijs", "https://voorelkaar.example/bewijs", "", ""));
                }

                public TransparencyLog.Status status() {
                    return new TransparencyLog.Status(true, Optional.empty());
                }
            });
        }

        @Bean
        @Primary
        MemoryMoves moves() {
            return new MemoryMoves();
        }

        @Bean
        ResidentNews news(MemoryMoves moves) {
            return (resident, what, about) -> moves.told.add(what);
        }

        @Bean
        LogExport logExport() {
            return Partly.as(LogExport.class, new Object());
        }

        @Bean
        Grants grants(Life life) {
            return Partly.as(Grants.class, life.new Giving());
        }

        @Bean
        PreparedObjections prepared(RememberedProcedures procedures, Objections objections, Deadlines deadlines) {
            return procedures.prepared(objections, deadlines);
        }

        @Bean
        PreparedSignatures signatures(RememberedProcedures procedures, Deadlines deadlines) {
            return procedures.signatures(deadlines);
        }

        @Bean
        MemoryMandates mandates(Life life) {
            return new MemoryMandates(life);
        }

        @Bean
        RefusingGate gate() {
            return new RefusingGate();
        }

        @Bean
        Attempts attempts() {
            return (actor, handle) -> {};
        }

        @Bean
        CaseAssignments assignments(Life life) {
            return Partly.as(CaseAssignments.class, life.new ByLaw());
        }

        @Bean
        Ledger ledger(Life life) {
            return Partly.as(Ledger.class, life.new Log());
        }

        @Bean
        ShareCodes codes(Life life) {
            return Partly.as(ShareCodes.class, life.new Codes());
        }

        @Bean
        Dossiers dossiers(Life life) {
            return Partly.as(Dossiers.class, life.new Reading());
        }

        @Bean
        Drafts drafts(Life life) {
            return life.drafts;
        }

        @Bean
        Residents residents(Life life) {
            return Partly.as(Residents.class, life.new Register());
        }

        @Bean
        SecretAddresses secretAddresses(Residents residents, Life life) {
            return Partly.made(SecretAddresses.class, residents, Partly.as(PersonsRegister.class, life.new Persons()));
        }

        /** Papers are drawn in the whole house. */
        @Bean
        Papers papers() {
            return Partly.as(Papers.class, new Object());
        }
    }
}
