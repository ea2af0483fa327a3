package org.tuguan.api.demo;

/**
 * A road.
 *
 * @param roadClass highway, arterial, collector, street or lane
 * @param xy its middle, pairs of EPSG:3826
 */
record Road(String nameZh, String nameEn, String roadClass, double[] xy) {}
