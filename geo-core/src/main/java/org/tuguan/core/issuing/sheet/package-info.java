/**
 * Map sheets (圖幅): which are touched by an area, where each lies, and which is touched by so little
 * that leaving it out would be cheaper. All geometries come and go in CRS:84, longitude first.
 * Immutable and safe for any thread.
 */
package org.tuguan.core.issuing.sheet;
