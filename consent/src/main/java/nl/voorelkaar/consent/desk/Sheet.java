package nl.voorelkaar.consent.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Terms;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sealed of an act: what the resident wants, and who wrote it down. Kept as long as the act: never rename a
 * field.
 *
 * @param subject a request, grant, mandate or procedure
 */
record Sheet(
        DeskAct.Kind kind,
        Optional<UUID> subject,
        List<Integer> sections,
        boolean mayAdd,
        boolean team,
        List<String> scopes,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String shown,
        String language,
        UUID party,
        Role role,
        String organisation,
        Optional<String> partyTeam,
        AssuranceLevel level,
        Instant signedInAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Sheet of(Actor.Professional by, DeskOrder order) {
        return switch (order) {
            case DeskOrder.Give(var request, var terms, var shown) ->
                sheet(
                        by,
                        order,
                        Optional.of(request.value()),
                        Optional.of(terms),
                        List.of(),
                        null,
                        terms.until(),
                        shown);
            case DeskOrder.Refuse(var request, var shown) -> about(by, order, request.value(), shown);
            case DeskOrder.Stop(var grant, var shown) -> about(by, order, grant.value(), shown);
            case DeskOrder.Empower(var scopes, var lastDay, var shown) ->
                sheet(
                        by,
                        order,
                        Optional.empty(),
                        Optional.empty(),
                        scopes.stream().map(MandateScope::code).sorted().toList(),
                        null,
                        lastDay,
                        shown);
            case DeskOrder.StopMandate(var mandate, var shown) -> about(by, order, mandate.value(), shown);
            case DeskOrder.SignPlan(var plan) -> about(by, order, plan, NOTHING);
            case DeskOrder.WithdrawPlan(var plan) -> about(by, order, plan, NOTHING);
            case DeskOrder.Received(var kind, var on, var about) ->
                sheet(
                        by,
                        order,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        null,
                        on,
                        new ShownText(about, Locale.of("nl")));
            case DeskOrder.SendLog(var from, var until) ->
                sheet(by, order, Optional.empty(), Optional.empty(), List.of(), from, until, NOTHING);
        };
    }

    private static final ShownText NOTHING = new ShownText("", Locale.of("nl"));

    private static Sheet about(Actor.Professional by, DeskOrder order, UUID subject, ShownText shown) {
        return sheet(by, order, Optional.of(subject), Optional.empty(), List.of(), null, null, shown);
    }

    private static Sheet sheet(
            Actor.Professional by,
            DeskOrder order,
            Optional<UUID> subject,
            Optional<Terms> terms,
            List<String> scopes,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate until,
            ShownText shown) {
        return new Sheet(
                order.kind(),
                subject,
                terms.map(given -> given.sections().stream()
                                .map(Section::number)
                                .sorted()
                                .toList())
                        .orElse(List.of()),
                terms.map(given -> given.rights().contains(Right.ADD)).orElse(false),
                terms.map(Terms::team).orElse(false),
                scopes,
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                shown.text(),
                shown.language().toLanguageTag(),
                by.id().value(),
                by.role(),
                by.organisation().value(),
                by.team().map(TeamId::value),
                by.level(),
                by.signedInAt());
    }

    DeskOrder order() {
        return switch (kind) {
            case GRANT -> new DeskOrder.Give(new RequestId(subject.orElseThrow()), terms(), text());
            case REFUSE -> new DeskOrder.Refuse(new RequestId(subject.orElseThrow()), text());
            case STOP_GRANT -> new DeskOrder.Stop(new GrantId(subject.orElseThrow()), text());
            case MANDATE ->
                new DeskOrder.Empower(
                        scopes.stream()
                                .flatMap(code -> MandateScope.ofCode(code).stream())
                                .collect(Collectors.toSet()),
                        until.orElseThrow(),
                        text());
            case STOP_MANDATE -> new DeskOrder.StopMandate(new MandateId(subject.orElseThrow()), text());
            case SIGN_PLAN -> new DeskOrder.SignPlan(subject.orElseThrow());
            case WITHDRAW_PLAN -> new DeskOrder.WithdrawPlan(subject.orElseThrow());
            case OBJECTION, COMPLAINT, DATA_REQUEST -> new DeskOrder.Received(kind, until.orElseThrow(), shown);
            case LOG_LETTER -> new DeskOrder.SendLog(from.orElseThrow(), until.orElseThrow());
        };
    }

    private Terms terms() {
        return new Terms(
                sections.stream().map(Section::ofNumber).collect(Collectors.toSet()),
                mayAdd ? java.util.Set.of(Right.READ, Right.ADD) : java.util.Set.of(Right.READ),
                until.orElseThrow(),
                team);
    }

    private ShownText text() {
        return new ShownText(shown, Locale.forLanguageTag(language));
    }

    /** Who wrote it down, as they were signed in then. Proves nothing: see {@code LetterCode}. */
    Actor.Professional by() {
        return new Actor.Professional(
                new PartyId(party),
                role,
                new OrganisationId(organisation),
                partyTeam.map(TeamId::new),
                level,
                signedInAt,
                new Assertion(""));
    }

    byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    static Sheet of(byte[] bytes) {
        return JSON.readValue(bytes, Sheet.class);
    }

    @Override
    public String toString() {
        return "Sheet[redacted]";
    }
}
