/**
 * Access points and base stations: what stands where from when until when, and the ground each of
 * them reaches.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.inventory.Inventory}, {@link
 * org.tuguan.plugin.coverage.inventory.FootprintRule}.
 */
package org.tuguan.plugin.coverage.inventory;
