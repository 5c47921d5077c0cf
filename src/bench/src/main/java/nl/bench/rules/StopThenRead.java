package nl.bench.rules;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.bench.measure.Aim;
import nl.bench.measure.Report;
import nl.bench.services.Installation;
import nl.bench.services.Node;
import nl.bench.services.People;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grants;

/**
 * A resident stops on one node; as soon as that is acknowledged, the professional asks on another. Just before, the
 * same question was answered with yes, so that whatever remembers answers remembers that one.
 */
final class StopThenRead {

    private static final String STALE = "allowed after the stop was acknowledged (trials)";
    private static final int AT_ONCE = 4;
    private static final int SAID_EACH = 10_000;

    private final Installation installation;
    private final Grants resident;
    private final AccessGate workspace;
    private final Report report;

    /** @param grant live, and the only one between the two */
    record Trial(ManyGrants.Made grant, Actor.Professional reader) {}

    StopThenRead(Installation installation, Node resident, Node workspace, Report report) {
        this.installation = installation;
        this.resident = resident.bean(Grants.class);
        this.workspace = workspace.bean(AccessGate.class);
        this.report = report;
    }

    /** @param trials those of one resident one after the other: they take turns at that resident's log */
    void run(List<Trial> trials) {
        var stale = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var share = trials.size() / AT_ONCE;
            var shares = IntStream.range(0, AT_ONCE)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        for (var trial : trials.subList(number * share, (number + 1) * share)) {
                            if (allowedAfterStop(trial)) {
                                stale.incrementAndGet();
                            }
                            if (done.incrementAndGet() % SAID_EACH == 0) {
                                System.out.println("  stopped and asked: " + done);
                            }
                        }
                        return null;
                    })
                    .toList();
            for (var ended : threads.invokeAll(shares)) {
                ended.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        report.aim(STALE, Aim.atMost(0));
        report.add(STALE, stale.get());
        report.add("stopped, and asked at once (trials)", done.get());
    }

    /** @throws IllegalStateException when the grant did not carry the access before */
    private boolean allowedAfterStop(Trial trial) {
        var access = Access.read(trial.grant.resident(), People.SECTION);
        if (!allowed(trial.reader, access)) {
            throw new IllegalStateException("not allowed before the stop: that proves nothing");
        }
        resident.stop(
                new Actor.Resident(
                        trial.grant.resident(),
                        AssuranceLevel.SUBSTANTIEEL,
                        installation.clock().instant(),
                        new Assertion("")),
                trial.grant.grant(),
                People.SHOWN);
        return allowed(trial.reader, access);
    }

    private boolean allowed(Actor.Professional reader, Access access) {
        return workspace.decide(reader, access).values().stream().anyMatch(Decision.Permitted.class::isInstance);
    }
}
