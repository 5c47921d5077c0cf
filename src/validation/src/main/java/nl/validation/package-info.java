/** The judgement of others: about a PDF, EU DSS of its signatures and veraPDF of its form; about FHIR, HAPI. */
@NullMarked
package nl.validation;

import org.jspecify.annotations.NullMarked;
