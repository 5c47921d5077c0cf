package nl.bench.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.services.Installation;
import nl.bench.services.Node;
import nl.bench.services.People;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.UuidV7;

/** Whether the rules are quick with many grants, closed at once after a stop, and still there on an expiry day. */
public final class RulesBenchmark implements Benchmark {

    private static final String FEW = "few";
    private static final int FEW_GRANTS = 1_000;
    private static final int READERS = 4;
    /** As many grants has a resident here, one a professional. */
    private static final int PROFESSIONALS = 20;

    /** What can be measured apart from the rest. */
    public enum Part {
        /** What each rule takes by itself, and the decision with many grants. */
        TIMES,
        /** Whether a stop is one at once. */
        STOPS,
        /** What the end of a day does to who reads. */
        EXPIRY
    }

    private final Path folder;
    private final Report report;
    private final Pace pace;
    private final Set<Part> parts;
    private final int many;
    private final int ending;
    private final int stops;

    /** @param folder for a database of its own */
    public RulesBenchmark(Path folder, Report report, Pace pace, Set<Part> parts) {
        this.folder = folder;
        this.report = report;
        this.pace = pace;
        this.parts = parts;
        this.many = pace.quick() ? 20_000 : 1_000_000;
        this.ending = pace.quick() ? 2_000 : 1_000_000;
        this.stops = pace.quick() ? 2_000 : 100_000;
    }

    @Override
    public void run() {
        if (parts.contains(Part.TIMES)) {
            new Timings(report, pace).run();
        }
        try (var installation = Installation.in(folder)) {
            run(installation);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Installation installation) throws IOException, SQLException {
        var keys = new CountedKeys(installation.custody(Face.RESIDENT));
        var resident = installation.node(Face.RESIDENT, keys.custody());
        var workspace = installation.node(Face.WORKSPACE, installation.custody(Face.WORKSPACE));
        var people = new People(installation, resident, workspace);
        var professionals =
                Stream.generate(people::professional).limit(PROFESSIONALS).toList();
        var first = people.given(people.resident(), professionals.getFirst());
        var grants = new ManyGrants(installation, resident.bean(Sealing.class), first);
        var today = CalendarDays.dayOf(installation.clock().instant());

        if (parts.contains(Part.TIMES) || parts.contains(Part.STOPS)) {
            var count = parts.contains(Part.TIMES) ? many : stops;
            var live = grants.bare(count, today.plusDays(30), each(installation, professionals, count)::get);
            if (parts.contains(Part.TIMES)) {
                compare(installation, grants, live, workspace, professionals);
            }
            if (parts.contains(Part.STOPS)) {
                new StopThenRead(installation, resident, workspace, report).run(trials(live, professionals));
            }
        }
        if (parts.contains(Part.EXPIRY)) {
            var readers = professionals.stream()
                    .limit(READERS)
                    .map(reader -> new ExpiryDay.Reader(
                            reader, people.given(people.resident(), reader).resident()))
                    .toList();
            var over = today.minusDays(1);
            grants.whole(ending, over, number -> anybody(installation, professionals.getFirst()));
            new ExpiryDay(installation, resident, workspace, keys, report).run(readers, ending, over, pace.seconds());
        }
    }

    private void compare(
            Installation installation,
            ManyGrants grants,
            List<ManyGrants.Made> live,
            Node workspace,
            List<Actor.Professional> professionals)
            throws IOException, SQLException {
        installation.addDatabase(FEW);
        grants.alsoIn(FEW, live.subList(0, FEW_GRANTS));
        try (var elsewhere = installation.node(Face.WORKSPACE, installation.custody(Face.WORKSPACE), FEW)) {
            new GateTimes(report, pace)
                    .run(
                            crowd(workspace, live, professionals),
                            crowd(elsewhere, live.subList(0, FEW_GRANTS), professionals));
        }
    }

    private List<StopThenRead.Trial> trials(List<ManyGrants.Made> live, List<Actor.Professional> professionals) {
        return IntStream.range(0, stops)
                .mapToObj(number -> new StopThenRead.Trial(live.get(number), professionals.get(number % PROFESSIONALS)))
                .toList();
    }

    /** Residents one after the other, each with a grant for every professional. */
    private List<ManyGrants.Made> each(Installation installation, List<Actor.Professional> professionals, int count) {
        return IntStream.range(0, count / PROFESSIONALS)
                .boxed()
                .flatMap(number -> {
                    var resident = new ResidentId(UuidV7.at(installation.clock().instant()));
                    return professionals.stream()
                            .map(to -> new ManyGrants.Made(resident, grant(installation), to.id()));
                })
                .toList();
    }

    private static ManyGrants.Made anybody(Installation installation, Actor.Professional to) {
        return new ManyGrants.Made(
                new ResidentId(UuidV7.at(installation.clock().instant())), grant(installation), to.id());
    }

    private static GrantId grant(Installation installation) {
        return new GrantId(UuidV7.at(installation.clock().instant()));
    }

    private static GateTimes.Crowd crowd(
            Node node, List<ManyGrants.Made> live, List<Actor.Professional> professionals) {
        return new GateTimes.Crowd(
                "%,d".formatted(live.size()).replace(',', ' '),
                node.bean(AccessGate.class),
                IntStream.range(0, live.size())
                        .mapToObj(number -> new GateTimes.Question(
                                professionals.get(number % PROFESSIONALS),
                                Access.read(live.get(number).resident(), People.SECTION)))
                        .toList());
    }
}
