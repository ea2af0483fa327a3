/**
 * Layers in memory that follow the database: read by one streamed query each, within a budget, and
 * kept up to date by the change log. {@link org.tuguan.api.snapshots.LiveLayers} is the place to
 * start; {@code docs/adr/0008} says why.
 */
package org.tuguan.api.snapshots;
