package nl.voorelkaar.portal.resident;

import java.util.ArrayList;
import java.util.List;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ShownText;

/** Questions to share as the screens of who speaks for somebody meet them; their rules are tested where they are. */
final class MemoryAnswers implements Answers {

    private final Life life;
    private Grant.State state = Grant.State.ACTIEF;

    final List<String> said = new ArrayList<>();
    boolean asked;
    boolean grants;

    MemoryAnswers(Life life) {
        this.life = life;
    }

    @Override
    public List<AccessRequest> open(Actor.Acting actor) {
        return asked ? List.of(life.request) : List.of();
    }

    @Override
    public Outcome answer(Actor.Acting actor, RequestId request, boolean yes, ShownText shown) {
        asked = false;
        said.add(yes ? "yes" : "no");
        return yes ? Outcome.GIVEN : Outcome.REFUSED;
    }

    @Override
    public List<Grant> given(Actor.Acting actor) {
        return grants ? List.of(life.grant(life.request.terms(), state)) : List.of();
    }

    @Override
    public void pause(Actor.Acting actor, GrantId grant, ShownText shown) {
        said.add("pause");
        state = Grant.State.GEPAUZEERD;
    }

    @Override
    public void stop(Actor.Acting actor, GrantId grant, ShownText shown) {
        said.add("stop");
        grants = false;
    }

    @Override
    public List<Disagreement> disagreements(Actor.Professional actor) {
        return List.of();
    }

    @Override
    public void settle(Actor.Professional actor, RequestId request) {}
}
