package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.util.List;

/** Open procedures of one dossier, within one read. Not to be kept. */
public interface Reading {

    /** The moment of this read. */
    Instant now();

    /** @throws nl.voorelkaar.consent.AccessRefused when it is not there */
    <A, E> A find(ProcedureType<A, E> type, ProcedureId id);

    /** Newest first; at most 50. */
    <A, E> List<A> all(ProcedureType<A, E> type);

    /** Everything that happened in it, in order. @throws nl.voorelkaar.consent.AccessRefused when it is not there */
    <A, E> List<Step<E>> steps(ProcedureType<A, E> type, ProcedureId id);

    /** @throws nl.voorelkaar.consent.AccessRefused when it is not there */
    byte[] paper(ProcedureKind kind, ProcedureId id, PaperId paper);
}
