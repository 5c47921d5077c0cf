package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.Optional;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Words;

/** What the resident lets a carer read of Mijn deel, shown by the same code as the resident's preview. */
@Route(value = "namens/:mandate/dossier", layout = CarerShell.class)
@PermitAll
class CarerDossierPage extends CarerPage {

    private final transient Dossiers dossiers;
    private final transient Documents documents;

    CarerDossierPage(Capacities capacities, Dossiers dossiers, Documents documents) {
        super(capacities);
        this.dossiers = dossiers;
        this.documents = documents;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        title(Words.say("namens.dossier.of", namens.name()));
        var own = EnumSet.copyOf(Section.in(Zone.MIJN_DEEL));
        own.retainAll(namens.reads());
        if (own.isEmpty()) {
            add(new Paragraph(Words.say("namens.dossier.closed")));
            return;
        }
        if (CarerDocumentPage.offered(namens)) {
            add(row(ActionLink.primary(namens.path(CarerDocumentPage.BELOW), Words.say("namens.document.add"))
                    .icon(Icon.Shape.PLUS)
                    .handle("document-add")));
        }
        var view = dossiers.open(namens.actor().get(), namens.resident(), own);
        add(new DossierReading(view, new Files(namens)));
    }

    /** Files can be fetched, nothing else can be done here. */
    private final class Files implements DossierReading.Extras {

        private final Namens namens;

        Files(Namens namens) {
            this.namens = namens;
        }

        @Override
        public Optional<Component> document(Entry entry) {
            return entry.document()
                    .map(file -> row(ActionLink.download(
                                    answer -> {
                                        answer.setFileName(file.fileName());
                                        answer.setContentType(file.mediaType());
                                        documents.download(
                                                namens.actor().get(),
                                                namens.resident(),
                                                entry.id(),
                                                answer.getOutputStream());
                                    },
                                    Words.say("namens.file"))
                            .heard(file.fileName())
                            .icon(Icon.Shape.DOCUMENT)));
        }
    }
}
