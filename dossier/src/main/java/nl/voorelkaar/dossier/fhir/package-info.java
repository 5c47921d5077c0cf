/** What of a dossier has a form in FHIR, for programs of others: written, never read. Judged by HL7's own validator. */
@NamedInterface("fhir")
@NullMarked
package nl.voorelkaar.dossier.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
