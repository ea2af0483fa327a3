/**
 * The way of a use record from the request that made it to the database: a bounded buffer in
 * memory, a journal on disk, and from there in batches that arrive once each. {@code docs/adr/0019}
 * says why.
 */
package org.tuguan.core.sharing.ledger;
