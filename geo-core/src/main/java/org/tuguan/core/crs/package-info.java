/**
 * Coordinate reference systems: the only door to referencing.
 *
 * <p>Inside Tuguan x is east and y is north, always; the axis order of an authority ends at {@link
 * org.tuguan.core.crs.Crs#northFirst()}. Entry types: {@link org.tuguan.core.crs.Crs}, {@link
 * org.tuguan.core.crs.Bounds}, {@link org.tuguan.core.crs.CoordinateTransform}. No other package
 * may name a GeoTools referencing class.
 */
package org.tuguan.core.crs;
