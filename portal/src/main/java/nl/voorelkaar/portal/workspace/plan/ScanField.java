package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.UploadHandler;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.ui.FileField;
import nl.voorelkaar.portal.ui.Words;

/** The scan of a signed plan: sent when it is chosen, kept when the form is saved. */
public final class ScanField extends Div {

    private final FileField file;
    private final Paragraph said = new Paragraph();
    /** Set by the request that brought the file, before the browser says that it was sent. */
    private transient volatile byte[] scan = new byte[0];

    public ScanField(String words) {
        file = new FileField(words, Procedures.LARGEST_PAPER, this::show)
                .only(".pdf,application/pdf", Words.say("plan.ink.file.hint", Procedures.LARGEST_PAPER / 1024 / 1024));
        file.send(UploadHandler.inMemory((about, bytes) -> scan = bytes));
        said.getElement().setAttribute("role", "status");
        add(file, said);
    }

    /** As when the browser had sent these bytes. */
    void received(byte[] bytes) {
        scan = bytes;
        show(FileField.Outcome.SENT);
    }

    private void show(FileField.Outcome outcome) {
        file.setInvalid(false);
        if (outcome == FileField.Outcome.NONE) {
            said.setText("");
            return;
        }
        said.setText(Words.say(pdf() ? "plan.ink.file.sent" : "plan.ink.file.no-pdf"));
    }

    /** To say here what is wrong. */
    public FileField field() {
        return file;
    }

    public byte[] scan() {
        return scan;
    }

    /** Whether a PDF of a size that is kept was sent. */
    public boolean pdf() {
        return scan.length > 4
                && scan.length <= Procedures.LARGEST_PAPER
                && scan[0] == '%'
                && scan[1] == 'P'
                && scan[2] == 'D'
                && scan[3] == 'F';
    }
}
