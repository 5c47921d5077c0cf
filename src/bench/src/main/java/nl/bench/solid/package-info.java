/** Community Solid Server, which others read with access control from: the peer of opening an entry. */
@NullMarked
package nl.bench.solid;

import org.jspecify.annotations.NullMarked;
