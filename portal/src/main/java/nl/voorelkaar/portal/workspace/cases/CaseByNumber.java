package nl.voorelkaar.portal.workspace.cases;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Supplier;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/**
 * Opens one of the professional's own cases by the number that a resident reads from a letter. Looks in nothing else: a
 * number of somebody else's case is answered like one that does not exist.
 */
public final class CaseByNumber extends Section {

    /** @param own asked anew each time */
    public CaseByNumber(Supplier<List<ProcedureHead>> own) {
        var number = new TextLine(Words.say("workspace.case.find.label"))
                .hint(Words.say("workspace.case.find.hint"))
                .autocomplete("off")
                .keyboard("numeric")
                .handle("case-number");
        var errors = new ErrorSummary();
        add(
                new H2(Words.say("workspace.case.find")),
                errors,
                new Form(
                        () -> {
                            var found = own.get().stream()
                                    .filter(head ->
                                            digits(head.id().reference()).equals(digits(number.getValue())))
                                    .findFirst();
                            errors.begin()
                                    .need(found.isPresent(), number, Words.say("workspace.case.find.none"))
                                    .fine();
                            found.ifPresent(head -> UI.getCurrent()
                                    .navigate(CaseWords.path(head).substring(1)));
                        },
                        number,
                        Action.submit(Words.say("workspace.case.find.go")).handle("case-number-go")));
        addClassNames("ve-card", "ve-stack");
    }

    /** People say a number with pauses, and type it with blanks or hyphens or none. */
    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }
}
