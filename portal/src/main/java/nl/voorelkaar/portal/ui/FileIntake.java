package nl.voorelkaar.portal.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * One file on its way into the dossier: the field that asks for it, and what is said when it is not taken. It streams
 * in, as who pressed the button.
 */
public final class FileIntake {

    /** Takes the file in, in the request that brings it. */
    @FunctionalInterface
    public interface Taking {

        /**
         * @throws DocumentRefused when the file is not taken, {@link StepRefused} when the rules say no, and
         *     {@link AccessRefused} when who sends it may not any more: each is said on the screen
         */
        void take(String name, InputStream content) throws IOException;
    }

    private final FileField field;
    private final long largest;
    private final Supplier<ErrorSummary> errors;
    private final Runnable sent;
    private Runnable ended = this::broken;

    /**
     * @param largest in bytes
     * @param errors above the form that the field stands in
     * @param sent when the file was taken
     */
    public FileIntake(long largest, Supplier<ErrorSummary> errors, Runnable sent) {
        this.largest = largest;
        this.errors = errors;
        this.sent = sent;
        this.field = new FileField(Words.say("document.file"), largest, this::done);
    }

    /** @param told when who sends it may not any more */
    public FileIntake whenEnded(Runnable told) {
        ended = told;
        return this;
    }

    public FileField field() {
        return field;
    }

    /** Sends the file that was chosen. */
    public void send(Taking taking) {
        field.setInvalid(false);
        field.send(new Receiving(taking));
    }

    private void done(FileField.Outcome outcome) {
        switch (outcome) {
            case SENT -> sent.run();
            case NONE -> wrong(Words.say("document.none"));
            case TOO_LARGE -> wrong(Words.why(DocumentRefused.Reason.TOO_LARGE, largest));
            case BROKEN -> broken();
            case ANSWERED -> {
                if (!field.isInvalid()) {
                    broken();
                }
            }
        }
    }

    private void broken() {
        wrong(Words.say("document.broken"));
    }

    private void wrong(String words) {
        errors.get().begin().need(false, field, words).fine();
    }

    private final class Receiving implements UploadHandler {

        private final transient Taking taking;

        Receiving(Taking taking) {
            this.taking = taking;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                taking.take(event.getFileName(), content);
            } catch (DocumentRefused refused) {
                refuse(event, () -> wrong(Words.why(refused.reason(), largest)));
            } catch (StepRefused refused) {
                refuse(event, () -> wrong(Words.why(refused)));
            } catch (AccessRefused refused) {
                refuse(event, ended);
            }
        }

        private void refuse(UploadEvent event, Runnable said) {
            event.getUI().access(said::run);
            event.reject();
        }

        /** One byte more than is taken, so that the dossier itself refuses, in words. */
        @Override
        public long getFileSizeMax() {
            return largest + 1;
        }

        @Override
        public long getRequestSizeMax() {
            return largest + 1;
        }
    }
}
