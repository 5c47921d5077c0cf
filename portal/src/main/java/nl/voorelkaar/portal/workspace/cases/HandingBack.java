package nl.voorelkaar.portal.workspace.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Giving a case back to whom gave it, with a reason. Stands at the foot of each page on which one works on a case. */
@org.springframework.stereotype.Component
@Face.OnWorkspace
public class HandingBack {

    /** What a professional says; that a resident refused them is not theirs to say. */
    private static final List<HandedBack.Why> CHOICES = Arrays.stream(HandedBack.Why.values())
            .filter(why -> why != HandedBack.Why.REFUSED_BY_RESIDENT)
            .toList();

    private final CaseDesk desk;
    private final SignedIn signedIn;

    HandingBack(CaseDesk desk, SignedIn signedIn) {
        this.desk = desk;
        this.signedIn = signedIn;
    }

    /** What the list says once, after something was handed back. */
    private record Said() {}

    public Component of(ProcedureKind kind, ProcedureId id) {
        var why = new Choice<HandedBack.Why>(Words.say("workspace.handback.why"), CHOICES, Enum::name, HandingBack::say)
                .none(Words.say("workspace.handback.choose"))
                .handle("handback-why");
        why.setValue(null);
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var reason = why.getValue();
                    if (errors.begin()
                                    .need(reason != null, why, Words.say("workspace.handback.choose"))
                                    .fine()
                            && reason != null) {
                        handBack(kind, id, reason, errors, why);
                    }
                },
                why,
                new Div(Action.submit(Words.say("workspace.handback.send")).handle("handback-send")));
        var card = new Card(new Paragraph(Words.say("workspace.handback.what")), errors, form);
        card.addClassName("ve-narrow");
        return new NativeDetails(Words.say("workspace.handback"), card);
    }

    private void handBack(
            ProcedureKind kind,
            ProcedureId id,
            HandedBack.Why reason,
            ErrorSummary errors,
            Choice<HandedBack.Why> why) {
        try {
            desk.handBack(signedIn.professional(), id, reason);
            ComponentUtil.setData(UI.getCurrent(), Said.class, new Said());
            UI.getCurrent().navigate(CaseWords.list(kind));
        } catch (AccessRefused refused) {
            errors.begin()
                    .need(false, why, Words.say("workspace.handback.refused"))
                    .fine();
        }
    }

    /** For the list that one comes to then. */
    public static Optional<Notice> said() {
        var ui = UI.getCurrent();
        var said = Optional.ofNullable(ComponentUtil.getData(ui, Said.class));
        ComponentUtil.setData(ui, Said.class, null);
        return said.map(_ -> new Notice(Tone.GOOD, Words.say("workspace.handback.done")).spoken());
    }

    /** As who assigns reads it. */
    public static String say(HandedBack.Why why) {
        return Words.say("workspace.handback.why." + why.name().toLowerCase(Locale.ROOT));
    }
}
