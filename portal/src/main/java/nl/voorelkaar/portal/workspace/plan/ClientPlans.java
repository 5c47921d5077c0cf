package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.Clock;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.Keeping;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;
import nl.voorelkaar.portal.workspace.draft.WorkDrafts;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;

/** Plans of residents whose case this professional has. An address that is not theirs is a page that is not there. */
@SpringComponent
@VaadinSessionScope
@Face.OnWorkspace
class ClientPlans {

    private final Plans plans;
    private final SignedIn signedIn;
    private final Caseload caseload;
    private final NotTheirs notTheirs;
    private final OwnDossiers own;
    private final WorkDrafts drafts;
    private final Clock clock;

    ClientPlans(
            Plans plans,
            SignedIn signedIn,
            Caseload caseload,
            NotTheirs notTheirs,
            OwnDossiers own,
            WorkDrafts drafts,
            Clock clock) {
        this.plans = plans;
        this.signedIn = signedIn;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.own = own;
        this.drafts = drafts;
        this.clock = clock;
    }

    HeldDossier dossier(BeforeEnterEvent event) {
        var address = event.getRouteParameters().get("dossier").orElse("");
        return caseload.find(address)
                .filter(held -> held.sections().contains(nl.voorelkaar.consent.Section.PLAN))
                .orElseThrow(() -> notTheirs.at(address));
    }

    /** Whether it is one's own or of the household: then it stays closed, and the attempt is kept. */
    boolean isOwn(HeldDossier dossier) {
        return own.attemptedBy(signedIn.professional(), dossier.resident());
    }

    Seat seat(HeldDossier dossier) {
        return Seat.of(
                plans, signedIn::professional, signedIn.name(), dossier.resident(), path(dossier), keeping(), clock);
    }

    private Keeping keeping() {
        return (form, basedOn, fields) ->
                Optional.of(new Keeping.Kept(drafts.keep(form, basedOn, fields), () -> drafts.done(form)));
    }

    static String path(HeldDossier dossier) {
        return "/" + WorkspacePaths.PLAN + "/" + dossier.handle();
    }

    Optional<Ondersteuningsplan> newest(HeldDossier dossier) {
        return plans.of(signedIn.professional(), dossier.resident()).stream().findFirst();
    }
}
