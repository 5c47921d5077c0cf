package nl.voorelkaar.portal.resident.moving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.LogExport;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.bag.Enclosures;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.fhir.FhirView;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.Signature;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.resident.sharing.ReceiptPdf;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What goes along with a dossier on paper: what the resident wrote, letters and plans as they were kept, and the
 * evidence.
 */
@Component
@Face.OnResident
class PaperTrail {

    private final Papers papers;
    private final Plans plans;
    private final Decisions decisions;
    private final Objections objections;
    private final Complaints complaints;
    private final Grants grants;
    private final Proofs proofs;
    private final Residents residents;
    private final LogExport log;
    private final Clock clock;
    private final String publicUrl;

    PaperTrail(
            Papers papers,
            Plans plans,
            Decisions decisions,
            Objections objections,
            Complaints complaints,
            Grants grants,
            Proofs proofs,
            Residents residents,
            LogExport log,
            Clock clock,
            @Value("${voorelkaar.public-url}") String publicUrl) {
        this.papers = papers;
        this.plans = plans;
        this.decisions = decisions;
        this.objections = objections;
        this.complaints = complaints;
        this.grants = grants;
        this.proofs = proofs;
        this.residents = residents;
        this.log = log;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    Enclosures of(Actor.Resident actor, boolean evidence, Locale language) {
        return new Trail(actor, evidence, language);
    }

    /** Asks for each paper as its screen does, so that only what the resident may see goes along. */
    private final class Trail implements Enclosures {

        private final Actor.Resident actor;
        private final boolean evidence;
        private final Locale language;
        private final List<FhirView.Kept> files = new ArrayList<>();
        private final List<Ondersteuningsplan> carePlans = new ArrayList<>();

        Trail(Actor.Resident actor, boolean evidence, Locale language) {
            this.actor = actor;
            this.evidence = evidence;
            this.language = language;
        }

        @Override
        public byte[] reading(Section section, int part, List<Carried> entries) {
            entries.forEach(carried -> carried.file().ifPresent(file -> files.add(FhirView.Kept.of(carried, file))));
            var newest = entries.stream()
                    .map(carried -> carried.entry().changedAt())
                    .max(Instant::compareTo)
                    .orElseThrow();
            var paper = Paper.in(language, say("section." + section.code()), newest)
                    .paragraph(say("moving.reading", residents.profile(actor).name()));
            for (var entry : entries.stream().map(Carried::entry).toList()) {
                var facts = new LinkedHashMap<String, String>();
                facts.put(say("moving.reading.day"), Dates.day(entry.date(), language));
                facts.put(say("moving.reading.by"), entry.authorName().orElse(""));
                facts.put(
                        say("moving.reading.file"),
                        entry.document().map(Entry.Document::fileName).orElse(""));
                paper.heading(2, entry.title()).facts(facts).paragraph(entry.text());
                for (var statement : entry.beside()) {
                    paper.paragraph(say("statement.entry", Dates.day(CalendarDays.dayOf(statement.at()), language)))
                            .quote(statement.text(), language);
                }
            }
            return papers.print(paper.build()).pdf();
        }

        private String say(String key, Object... parts) {
            return Words.say(language, key, parts);
        }

        @Override
        public List<Enclosure> papers(Section section) {
            return switch (section) {
                case PLAN -> ofPlans();
                case BESLUITEN -> Stream.concat(ofDecisions(), ofObjections()).toList();
                case KLACHT -> ofComplaints();
                default -> List.of();
            };
        }

        private List<Enclosure> ofPlans() {
            var all = new ArrayList<Enclosure>();
            for (var plan : plans.of(actor, actor.id())) {
                carePlans.add(plan);
                for (var version : plan.versions()) {
                    var files = new LinkedHashSet<PaperId>();
                    files.add(version.frozen());
                    version.signatures().stream().map(Signature::paper).forEach(files::add);
                    for (var file : files) {
                        all.add(new Enclosure(
                                "plan-" + plan.id() + "/" + file + ".pdf",
                                () -> plans.paper(actor, actor.id(), plan.id(), file)));
                    }
                }
            }
            return all;
        }

        private Stream<Enclosure> ofDecisions() {
            return decisions.of(actor, actor.id()).besluiten().stream()
                    .flatMap(besluit -> besluit.sendings().stream()
                            .filter(sending -> sending.sentAt().isPresent())
                            .map(sending -> sending.letter())
                            .distinct()
                            .map(letter -> new Enclosure(
                                    "besluit-" + besluit.id() + "/" + letter + ".pdf",
                                    () -> decisions.letter(actor, actor.id(), besluit.id(), letter))));
        }

        private Stream<Enclosure> ofObjections() {
            return objections.of(actor, actor.id()).stream()
                    .map(Objections.Found::bezwaar)
                    .flatMap(bezwaar -> Stream.concat(
                            bezwaar.sendings().left().all().stream()
                                    .map(sending -> sending.letter())
                                    .distinct()
                                    .map(letter -> new Enclosure(
                                            "bezwaar-" + bezwaar.id() + "/" + letter + ".pdf",
                                            () -> objections.letter(actor, actor.id(), bezwaar.id(), letter))),
                            bezwaar.files().stream()
                                    .map(one -> one.file())
                                    .map(file -> new Enclosure(
                                            "bezwaar-" + bezwaar.id() + "/" + file.paper() + extension(file.name()),
                                            () -> objections.file(actor, actor.id(), bezwaar.id(), file.paper())))));
        }

        private static String extension(String name) {
            var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return extension.matches("[a-z0-9]{1,5}") ? "." + extension : ".bin";
        }

        private List<Enclosure> ofComplaints() {
            return complaints.of(actor, actor.id()).stream()
                    .flatMap(klacht -> klacht.sendings().left().all().stream()
                            .map(sending -> sending.letter())
                            .distinct()
                            .map(letter -> new Enclosure(
                                    "klacht-" + klacht.id() + "/" + letter + ".pdf",
                                    () -> complaints.letter(actor, actor.id(), klacht.id(), letter))))
                    .toList();
        }

        /** The proof last: it tells of all that was read for this archive. */
        @Override
        public List<Enclosure> evidence() {
            var person = residents.profile(actor);
            var fhir = new FhirView(publicUrl, actor.id(), person, clock.instant());
            var all = new ArrayList<Enclosure>();
            all.add(new Enclosure(
                    "fhir/care-plan.json",
                    () -> fhir.carePlans(
                            carePlans, say("plan.title"), part -> say("plan.part." + PlanWords.code(part)))));
            all.add(new Enclosure("fhir/document-reference.json", () -> fhir.documents(files)));
            if (!evidence) {
                return all;
            }
            all.add(new Enclosure("fhir/consent.json", () -> fhir.consents(grants.of(actor))));
            all.add(new Enclosure("fhir/audit-event.json", () -> {
                var events = new ArrayList<String>();
                log.auditEvents(actor, events::add);
                return fhir.auditEvents(events);
            }));
            var name = person.name();
            for (var grant : grants.of(actor)) {
                var record = ReceiptPdf.given(grant, grants.records(actor, grant.request()));
                all.add(new Enclosure(
                        "consent/" + grant.id() + ".pdf",
                        () -> papers.print(ReceiptPdf.paper(grant, record, name, language))
                                .pdf()));
            }
            for (var record : grants.records(actor)) {
                all.add(new Enclosure(
                        "consent/" + record.id() + ".json", () -> record.json().getBytes(UTF_8)));
                record.signature()
                        .ifPresent(seal -> all.add(new Enclosure("consent/" + record.id() + ".p7s", () -> seal)));
            }
            all.add(new Enclosure(
                    "proof/mijn-bewijs.json", () -> proofs.make(actor).json()));
            return all;
        }
    }
}
