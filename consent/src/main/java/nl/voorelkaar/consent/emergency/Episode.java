package nl.voorelkaar.consent.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency.State;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.EmergencyRefused.Reason;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;

/**
 * One emergency access as a value: where it stands, and what may follow. Each verb gives the next value, or throws
 * {@link EmergencyRefused}.
 *
 * @param team of whoever opened it
 * @param stored as it was last written; the clock may be further, see {@link #state}
 */
record Episode(
        EmergencyId id,
        ResidentId resident,
        PartyId by,
        Optional<TeamId> team,
        EmergencyReason reason,
        Set<Section> sections,
        Instant askedAt,
        State stored,
        Optional<Instant> from,
        Optional<Instant> until,
        int delayDays,
        Optional<Instant> reviewBefore,
        boolean overdue,
        Optional<PartyId> reviewer) {

    static Episode asked(
            EmergencyId id,
            ResidentId resident,
            PartyId by,
            Optional<TeamId> team,
            EmergencyReason reason,
            Set<Section> sections,
            Instant now) {
        return new Episode(
                id,
                resident,
                by,
                team,
                reason,
                sections,
                now,
                State.AANGEVRAAGD,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** By the clock, whether or not the job has been by. */
    State state(Instant now) {
        return stored == State.ACTIEF && !now.isBefore(until.orElseThrow()) ? State.AFGELOPEN : stored;
    }

    /** Asked, and not confirmed in time: as if it had never been asked. */
    boolean lapsed(Instant now) {
        return stored == State.AANGEVRAAGD && !now.isBefore(askedAt.plus(Emergencies.TO_CONFIRM));
    }

    boolean judged() {
        return stored == State.GERECHTVAARDIGD || stored == State.ONTERECHT;
    }

    /** From when the resident may know; empty while nothing was opened. */
    Optional<Instant> told() {
        return from.map(opened -> opened.plus(Duration.ofDays(delayDays)));
    }

    Episode opened(Instant now) {
        if (stored != State.AANGEVRAAGD || lapsed(now)) {
            throw new EmergencyRefused(Reason.NO_LONGER_OPEN);
        }
        return with(State.ACTIEF, Optional.of(now), Optional.of(now.plus(Emergencies.LENGTH)));
    }

    Episode extended(Instant now) {
        requireOpen(now);
        var last = from.orElseThrow().plus(Emergencies.LONGEST);
        var wanted = now.plus(Emergencies.LENGTH);
        var next = wanted.isAfter(last) ? last : wanted;
        if (!next.isAfter(until.orElseThrow())) {
            throw new EmergencyRefused(Reason.LONGEST_REACHED);
        }
        return with(State.ACTIEF, from, Optional.of(next));
    }

    /** At this moment, or when it ended by itself. */
    Episode ended(Instant now) {
        if (stored != State.ACTIEF) {
            throw new EmergencyRefused(Reason.NO_LONGER_OPEN);
        }
        var planned = until.orElseThrow();
        return with(State.AFGELOPEN, from, Optional.of(now.isBefore(planned) ? now : planned));
    }

    Episode reviewedBefore(Instant before) {
        return after(stored, from, until, delayDays, Optional.of(before), reviewer);
    }

    Episode delayed(int days, Instant now) {
        if (judged() || lapsed(now)) {
            throw new EmergencyRefused(Reason.NO_LONGER_OPEN);
        }
        if (delayDays > 0) {
            throw new EmergencyRefused(Reason.DELAYED_ALREADY);
        }
        if (days < 1 || days > Emergencies.LONGEST_DELAY) {
            throw new EmergencyRefused(Reason.DELAY_TOO_LONG);
        }
        return after(stored, from, until, days, reviewBefore, reviewer);
    }

    Episode takenUp(PartyId officer, Instant now) {
        if (judged()) {
            throw new EmergencyRefused(Reason.ALREADY_REVIEWED);
        }
        if (stored == State.IN_REVIEW && reviewer.equals(Optional.of(officer))) {
            return this;
        }
        if (state(now) != State.AFGELOPEN) {
            throw new EmergencyRefused(stored == State.IN_REVIEW ? Reason.ALREADY_REVIEWED : Reason.STILL_OPEN);
        }
        return after(State.IN_REVIEW, from, until, delayDays, reviewBefore, Optional.of(officer));
    }

    Episode judged(PartyId officer, boolean justified) {
        if (judged()) {
            throw new EmergencyRefused(Reason.ALREADY_REVIEWED);
        }
        if (stored != State.IN_REVIEW || !reviewer.equals(Optional.of(officer))) {
            throw new EmergencyRefused(Reason.NOT_IN_REVIEW);
        }
        return with(justified ? State.GERECHTVAARDIGD : State.ONTERECHT, from, until);
    }

    private void requireOpen(Instant now) {
        if (state(now) != State.ACTIEF) {
            throw new EmergencyRefused(Reason.NO_LONGER_OPEN);
        }
    }

    private Episode with(State next, Optional<Instant> begin, Optional<Instant> end) {
        return after(next, begin, end, delayDays, reviewBefore, reviewer);
    }

    /** The same episode further on: what was asked, by whom and about whom, stays. */
    private Episode after(
            State stored,
            Optional<Instant> from,
            Optional<Instant> until,
            int delayDays,
            Optional<Instant> reviewBefore,
            Optional<PartyId> reviewer) {
        return new Episode(
                id,
                resident,
                by,
                team,
                reason,
                sections,
                askedAt,
                stored,
                from,
                until,
                delayDays,
                reviewBefore,
                overdue,
                reviewer);
    }
}
