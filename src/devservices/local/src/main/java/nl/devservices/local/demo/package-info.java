/**
 * The demo dossiers, made through the product's own services by people who really sign in at the stand-in, so that
 * every rule, key and ledger line is as it would be.
 */
@NullMarked
package nl.devservices.local.demo;

import org.jspecify.annotations.NullMarked;
