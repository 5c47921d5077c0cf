/**
 * Dossiers by the thousand and the million. The services make them, as they make each dossier; what they write about
 * one resident is held back from the database, answered from while the services go on, and copied in with many others.
 */
@NullMarked
package nl.bench.bulk;

import org.jspecify.annotations.NullMarked;
