package nl.voorelkaar.dossier.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps to ciphertext and back. What a row says in clear is said once more inside: a row that was changed does not
 * open.
 */
@Component
class StepCodec {

    private record Body(
            UUID id,
            String verb,
            Instant at,
            @Nullable UUID by,
            @Nullable Role role,
            @Nullable String name,
            @Nullable UUID through,
            JsonNode event) {}

    /** Of its own: how steps are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    <E> StoredStep seal(SectionKeys keys, ProcedureType<?, E> type, ProcedureId procedure, Step<E> step) {
        var verb = verb(type, step.event());
        var by = step.by() instanceof Author.Professional professional
                ? Optional.of(professional)
                : Optional.<Author.Professional>empty();
        var through =
                step.by() instanceof Author.Resident resident ? resident.through() : Optional.<Author.Carer>empty();
        var body = new Body(
                step.id().value(),
                verb,
                step.at(),
                by.map(author -> author.party().value()).orElse(null),
                by.map(Author.Professional::role).orElse(null),
                by.map(Author.Professional::name)
                        .or(() -> through.map(Author.Carer::name))
                        .orElse(null),
                through.map(carer -> carer.person().value()).orElse(null),
                json.valueToTree(step.event()));
        var section = type.kind().section();
        return new StoredStep(
                procedure,
                step.number(),
                step.id(),
                section,
                verb,
                by.map(Author.Professional::party),
                step.at(),
                Optional.of(keys.seal(
                        section,
                        record(procedure),
                        step.number(),
                        json.writeValueAsString(body).getBytes(UTF_8))));
    }

    /** @throws SecurityException when altered, moved, or when the row says something else than the sealed text */
    <E> Step<E> open(SectionKeys keys, ProcedureType<?, E> type, StoredStep stored) {
        if (stored.body().isEmpty()) {
            return new Step<>(
                    stored.number(), stored.id(), stored.at(), new Author.Clock(), type.byClock(stored.verb()));
        }
        var body = json.readValue(
                keys.open(
                        type.kind().section(),
                        record(stored.procedure()),
                        stored.number(),
                        stored.body().get()),
                Body.class);
        var by = Optional.ofNullable(body.by()).map(PartyId::new);
        if (!body.id().equals(stored.id().value())
                || !body.verb().equals(stored.verb())
                || !body.at().equals(stored.at())
                || !by.equals(stored.by())) {
            throw new SecurityException("the row does not belong to this step");
        }
        var event = Optional.ofNullable(type.verbs().get(body.verb()))
                .orElseThrow(() -> new IllegalStateException("no event has the verb " + body.verb()));
        return new Step<>(
                stored.number(), stored.id(), stored.at(), author(body), json.treeToValue(body.event(), event));
    }

    private static Author author(Body body) {
        if (body.by() != null && body.role() != null && body.name() != null) {
            return new Author.Professional(new PartyId(body.by()), body.role(), body.name());
        }
        return body.through() == null || body.name() == null
                ? new Author.Resident()
                : new Author.Resident(Optional.of(new Author.Carer(new PersonId(body.through()), body.name())));
    }

    static <E> String verb(ProcedureType<?, E> type, E event) {
        return type.verbs().entrySet().stream()
                .filter(verb -> verb.getValue().equals(event.getClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this event has no verb"))
                .getKey();
    }

    static RecordId record(ProcedureId procedure) {
        return new RecordId("procedure.step", procedure.value());
    }
}
