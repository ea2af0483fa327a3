/**
 * Who shares and uses what: the agencies, and what is known of each use ({@link
 * org.tuguan.core.sharing.UsageRecord}); agreements and their states; and the share of agencies
 * that adopt the city's data ({@link org.tuguan.core.sharing.CirculationRate}). How records get to
 * the ledger safely is in {@code ledger}.
 *
 * <p>Stands on ids alone and depends on no other package of the core but the root.
 */
package org.tuguan.core.sharing;
