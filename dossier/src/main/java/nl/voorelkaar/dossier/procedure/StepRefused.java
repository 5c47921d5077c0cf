package nl.voorelkaar.dossier.procedure;

/** A step that cannot be taken now. Nothing was changed. */
public final class StepRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final String state;

    public StepRefused(Reason reason, String state) {
        super(reason.key() + " in " + state);
        this.reason = reason;
        this.state = state;
    }

    public Reason reason() {
        return reason;
    }

    /** In which the procedure was. */
    public String state() {
        return state;
    }

    /** Why not. Implemented by one enum per procedure. */
    public interface Reason {

        /** Under which the portal finds its sentence: {@code refused.} and this. */
        String key();
    }
}
