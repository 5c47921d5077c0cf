/**
 * Entries and their versions. Rows are ciphertext that is written once and found by key, so this is plain SQL: no
 * object mapping that loads, caches or flushes on its own.
 */
@NullMarked
package nl.voorelkaar.dossier.entry;

import org.jspecify.annotations.NullMarked;
