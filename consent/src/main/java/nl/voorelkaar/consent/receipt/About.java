package nl.voorelkaar.consent.receipt;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.decision.Delegation;

/**
 * What a record is about: to whom a resident opens what, what for, and until when.
 *
 * @param id of the request, the mandate or the question
 * @param version of what was given; empty while nothing is
 * @param recipient who gets it, by the field names of a record
 * @param rights what they may do with it
 * @param until the last day; empty while none was named
 */
public record About(
        ResidentId resident,
        Kind kind,
        UUID id,
        Optional<GrantId> version,
        Map<String, Object> recipient,
        String purpose,
        Set<Section> sections,
        List<String> rights,
        Optional<LocalDate> until) {

    private static final Section QUESTIONS = Section.PLAN;

    /** By which way something opens. */
    public enum Kind {
        REQUEST("request_id", "access request", "/mijn/toegang", ""),
        MANDATE("mandate_id", "mandate", "/mijn/machtigingen", "; Awb 2:1"),
        CONSULT("consult_id", "question to an expert", "/mijn/toegang", "");

        private static final String CONSENT = "GDPR 6(1)(a), 9(2)(a)";

        private final String field;
        private final String what;
        private final String withdrawal;
        private final String basis;

        Kind(String field, String what, String withdrawal, String basis) {
            this.field = field;
            this.what = what;
            this.withdrawal = withdrawal;
            this.basis = CONSENT + basis;
        }

        String field() {
            return field;
        }

        String what() {
            return what;
        }

        /** The page on which it is stopped. */
        String withdrawal() {
            return withdrawal;
        }

        String basis() {
            return basis;
        }
    }

    public About {
        recipient = Map.copyOf(recipient);
        sections = Set.copyOf(sections);
    }

    public static About of(Grant grant) {
        return of(
                grant.resident(),
                grant.request().value(),
                Optional.of(grant.id()),
                grant.to(),
                grant.purpose().text(),
                grant.terms());
    }

    public static About of(AccessRequest request) {
        return of(
                request.resident(),
                request.id().value(),
                Optional.empty(),
                request.by(),
                request.purpose().text(),
                request.terms());
    }

    private static About of(
            ResidentId resident, UUID request, Optional<GrantId> grant, Party to, String purpose, Terms terms) {
        var recipient = new LinkedHashMap<>(party(to));
        to.team().filter(team -> terms.team()).ifPresent(team -> recipient.put("team_when_absent", team.value()));
        return new About(
                resident,
                Kind.REQUEST,
                request,
                grant,
                recipient,
                purpose,
                terms.sections(),
                terms.rights().stream().sorted().map(Right::name).toList(),
                Optional.of(terms.until()));
    }

    /** @param mandate that somebody accepted */
    public static About of(Mandate mandate) {
        var carer = mandate.carer().orElseThrow();
        var scopes = mandate.scopes().stream().sorted().map(MandateScope::code).toList();
        return new About(
                mandate.of(),
                Kind.MANDATE,
                mandate.id().value(),
                mandate.keys(),
                Map.of("party_id", carer.id().toString(), "name", carer.name(), "role", "CARER"),
                mandate.boundary()
                        .map(boundary ->
                                "help with one thing: " + boundary.supporter().code() + ", " + boundary.thing())
                        .orElse("to act in the resident's name"),
                mandate.boundary()
                        .map(Boundary::section)
                        .map(Set::of)
                        .orElseGet(() -> Delegation.opened(mandate.scopes())),
                mandate.boundary().isPresent() ? List.of(Right.READ.name()) : scopes,
                mandate.lastDay());
    }

    /** @param given whether the expert may read it, or may have */
    public static About of(Consult consult, Party expert, boolean given) {
        return new About(
                consult.of(),
                Kind.CONSULT,
                consult.id().value(),
                Optional.of(consult.id().keys()).filter(keys -> given),
                party(expert),
                "advice of an expert about the plan, on the question in the shown text",
                Set.of(QUESTIONS),
                List.of(Right.READ.name()),
                Optional.of(consult.lastDay()));
    }

    private static Map<String, Object> party(Party party) {
        return Map.of(
                "party_id", party.id().toString(),
                "name", party.name(),
                "role", party.role().name(),
                "organisation", party.organisationName());
    }

    /** Before anything was given on it. */
    About asked() {
        return new About(resident, kind, id, Optional.empty(), recipient, purpose, sections, rights, until);
    }

    @Override
    public String toString() {
        return "About[" + kind + " " + id + "]";
    }
}
