package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.portal.ui.Words;

/** The whole plan on one page: own words, six items, goals. For who may write, each part can be written on its own. */
public final class PlanSheet extends Div {

    private final transient Seat seat;
    private final transient Consumer<Ondersteuningsplan> moved;
    private final transient Runnable ended;
    private final List<PartBox> boxes = new ArrayList<>();
    private final Div picture = new Div();
    private final GoalsBox goals;
    private transient volatile Ondersteuningsplan plan;
    private transient volatile Optional<PlanPart> writing = Optional.empty();

    /** @param moved hears of each change that was made here */
    public PlanSheet(Seat seat, Ondersteuningsplan plan, Consumer<Ondersteuningsplan> moved) {
        this(seat, plan, moved, () -> {});
    }

    /**
     * @param moved hears of each change that was made here
     * @param ended runs when the plan may no longer be opened
     */
    public PlanSheet(Seat seat, Ondersteuningsplan plan, Consumer<Ondersteuningsplan> moved, Runnable ended) {
        this.seat = seat;
        this.plan = plan;
        this.moved = moved;
        this.ended = ended;
        addClassNames("ve-stack-wide", "ve-plan");
        add(box(PlanPart.WOORDEN, false));
        for (var item : PlanItem.values()) {
            add(item == PlanItem.ARRANGEMENT ? arrangement() : box(item.parts().getFirst(), false));
        }
        goals = new GoalsBox(seat, plan, new Here());
        add(goals);
    }

    private final class Here implements PartBox.Changes {

        @Override
        public void changed(Ondersteuningsplan now) {
            update(now);
            moved.accept(now);
        }

        @Override
        public void ended() {
            ended.run();
        }

        @Override
        public void writing(Optional<PlanPart> part) {
            writing = part;
        }
    }

    /** What is typed here and not saved, in order: the words of who sits here, and nobody else's. */
    public List<String> unsaved() {
        return boxes.stream().flatMap(box -> box.unsaved().stream()).toList();
    }

    /** Which part is being written here now. */
    public Optional<PlanPart> writing() {
        return writing;
    }

    /** Of the plan as it is shown here. */
    int steps() {
        return plan.steps();
    }

    /** Shows what happened, here or elsewhere. What is being typed stays. */
    public void update(Ondersteuningsplan now) {
        if (now.steps() < plan.steps()) {
            return;
        }
        plan = now;
        boxes.forEach(box -> box.update(now));
        picture.removeAll();
        picture.add(new Pyramid(now));
        goals.update(now);
    }

    private PartBox box(PlanPart part, boolean below) {
        var box = new PartBox(seat, part, below, plan, new Here());
        boxes.add(box);
        return box;
    }

    private Component arrangement() {
        var lead = new Paragraph(Words.say("plan.part.arrangement.hint"));
        lead.addClassName("ve-soft");
        picture.add(new Pyramid(plan));
        var section = new Section(new H2(PlanWords.item(PlanItem.ARRANGEMENT)), lead, picture);
        PlanItem.ARRANGEMENT.parts().forEach(part -> section.add(box(part, true)));
        section.addClassName("ve-stack");
        section.setTestId("plan-arrangement");
        return section;
    }
}
