/**
 * Ground that is reached: discs, their union without approximation, and how much of a polygon lies
 * in it.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.area.Reach} and its two forms. Everything is in
 * EPSG:3826, x east, y north, metres and square metres. Nothing here knows people or radio.
 */
package org.tuguan.plugin.coverage.area;
