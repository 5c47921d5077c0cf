package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People of one household who make a plan together. Each has a dossier and a plan of their own, and signs that.
 *
 * @param members whose dossier is looked at first, then in the order in which they joined
 */
public record Household(UUID id, List<Member> members) {

    public Household {
        members = List.copyOf(members);
    }

    /**
     * @param self whose dossier is looked at
     * @param left when this member stopped taking part; shows nothing any more then
     * @param shared what this member shows the others: the plan as it was last frozen, without the own words
     */
    public record Member(String name, boolean self, PlanState state, Optional<Instant> left, Optional<Shared> shared) {

        @Override
        public String toString() {
            return "Member[" + state + "]";
        }
    }

    public record Shared(Content text, Instant at) {}

    public List<Member> others() {
        return members.stream().filter(member -> !member.self()).toList();
    }

    /** Whether there is somebody to make a plan with. */
    public boolean alone() {
        return others().stream().allMatch(member -> member.left().isPresent());
    }
}
