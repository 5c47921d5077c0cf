/** What the rules cost: the decision, the vault, the ledger, the terms; what a stop and an expiry day do to readers. */
@NullMarked
package nl.bench.rules;

import org.jspecify.annotations.NullMarked;
