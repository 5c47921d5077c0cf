package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Duration;
import java.time.Instant;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Says that an emergency access lasts, and for how long still; the minutes count down in the browser. */
final class EmergencyBanner extends Section {

    /** @param end ends it at once */
    EmergencyBanner(Emergency emergency, Instant now, Runnable end) {
        var until = emergency.until().orElseThrow();
        var left = Duration.between(now, until);
        var words = new Paragraph(Words.say(
                "workspace.nood.banner.left",
                Long.toString(left.toHours()),
                Integer.toString(left.toMinutesPart()),
                Dates.time(until)));
        words.getElement()
                .executeJs(
                        """
                        const over = performance.now() + Number($0);
                        const tell = () => {
                          if (!this.isConnected) { clearInterval(this.veLeft); return; }
                          const minutes = Math.max(0, Math.floor((over - performance.now()) / 60000));
                          this.textContent = $1.replace('{h}', Math.floor(minutes / 60)).replace('{m}', minutes % 60);
                        };
                        clearInterval(this.veLeft);
                        this.veLeft = setInterval(tell, 10000);
                        """,
                        Long.toString(left.toMillis()),
                        Words.say("workspace.nood.banner.left", "{h}", "{m}", Dates.time(until)));
        var acts = new Div(
                ActionLink.secondary(WorkspacePaths.emergency(emergency.id()), Words.say("workspace.nood.banner.go")),
                Action.danger(Words.say("workspace.nood.end"), _ -> end.run())
                        .icon(Icon.Shape.STOP)
                        .handle("emergency-end"));
        acts.addClassName("ve-row");
        var notice = new Notice(Tone.BAD, Words.say("workspace.nood.banner")).with(words, acts);
        notice.setTestId("emergency-banner");
        notice.addClassName("ve-ws-emergency");
        setAriaLabel(Words.say("workspace.nood.banner.label"));
        add(notice);
    }
}
