/**
 * Writes features to files that other programs open: GeoPackage, Shapefile, FlatGeobuf, KML, DXF,
 * and every format that is streamed ({@link org.tuguan.core.feature.FeatureEncoder}).
 *
 * <p>A format takes features as they come, once, and keeps no more in memory than an index of
 * boxes. What a format cannot hold is never lost silently: it is an {@link
 * org.tuguan.core.exports.ExportNote}.
 */
package org.tuguan.core.exports;
