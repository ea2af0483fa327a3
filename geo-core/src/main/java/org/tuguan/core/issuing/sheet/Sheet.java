package org.tuguan.core.issuing.sheet;

import org.locationtech.jts.geom.Polygon;

/**
 * One map sheet.
 *
 * @param number as printed in lists, for example 95213036
 * @param frame its neat line in CRS:84 (TWD97 taken as WGS 84), longitude first
 */
public record Sheet(String number, Polygon frame) {}
