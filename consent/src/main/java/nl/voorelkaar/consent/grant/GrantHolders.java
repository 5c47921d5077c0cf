package nl.voorelkaar.consent.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Holders;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Row-level security hides what others hold, so a function of the schema's owner looks. */
@Component
class GrantHolders implements Holders {

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Held> of(ResidentId resident, Set<PartyId> among) {
        return jdbc.sql("""
                        SELECT grant_id, party_id, request_id, sections, holds
                          FROM consent.held_by(:resident, :among, :now)""")
                .param("resident", resident.value())
                .param("among", among.stream().map(PartyId::value).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> held(row))
                .list();
    }

    /** How far a grant reaches that this professional holds; plain SQL, because programs ask it with every request. */
    Optional<Grants.Reach> reach(Actor.Professional actor, GrantId grant, Instant now) {
        return jdbc.sql("SELECT resident_id, sections FROM consent.held_grant(:grant, :party, :team, :now)")
                .param("grant", grant.value())
                .param("party", actor.id().value())
                .param("team", actor.team().map(TeamId::value).orElse(""))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Grants.Reach(new ResidentId(row.getObject("resident_id", UUID.class)), sections(row)))
                .optional();
    }

    private static Set<Section> sections(ResultSet row) throws SQLException {
        return Stream.of((Integer[]) row.getArray("sections").getArray())
                .map(Section::ofNumber)
                .collect(Collectors.toSet());
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new GrantId(row.getObject("grant_id", UUID.class)),
                new PartyId(row.getObject("party_id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                sections(row),
                row.getBoolean("holds"));
    }

    @Override
    public Optional<PartyId> asked(ResidentId resident, RequestId request) {
        return jdbc.sql("""
                        SELECT party_id FROM consent.access_request
                         WHERE resident_id = :resident AND request_id = :request""")
                .param("resident", resident.value())
                .param("request", request.value())
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .optional();
    }
}
