package org.tuguan.core.issuing.sheet;

import org.locationtech.jts.geom.Geometry;

/**
 * A sheet that an area reaches into by a little.
 *
 * @param strip the part of the area in the sheet, in CRS:84
 * @param depth how far it reaches into the sheet, in metres
 * @param area of the strip, in square metres
 */
public record SliverHint(Sheet sheet, Geometry strip, double depth, double area) {}
