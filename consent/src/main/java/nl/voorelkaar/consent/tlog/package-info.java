/**
 * The transparency log: the ledger's lines in Merkle trees that anybody may check (RFC 6962, C2SP tlog-tiles). It knows
 * hashes and ids of residents, never what a line says. The formats are in {@code src/docs/proof-format.md}.
 */
@NamedInterface("tlog")
@NullMarked
package nl.voorelkaar.consent.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
