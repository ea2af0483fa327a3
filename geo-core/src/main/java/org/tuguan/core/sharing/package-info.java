/**
 * Who shares and uses what: the agencies, and what is known of each use ({@link
 * org.tuguan.core.sharing.UsageRecord}). How records get to the ledger safely is in {@code ledger}.
 *
 * <p>Stands on ids alone and depends on no other package of the core but the root.
 */
package org.tuguan.core.sharing;
