/**
 * Maps: reading styles, drawing, labels, legends, writing pictures.
 *
 * <p>Entry types: {@link org.tuguan.core.map.MapRequest}, {@code MapRenderer}, {@code SldReader},
 * {@code LegendRenderer}, {@link org.tuguan.core.map.MapEncoder}. Styles are GeoTools' model
 * ({@code org.geotools.api.style}); drawing is ours, on Java2D.
 */
package org.tuguan.core.map;
