/**
 * The results as ordinary layers of the library: stations, footprint, times covered, uncovered
 * people, signal strength. Entry type: {@link org.tuguan.plugin.coverage.layer.CoverageLayers}.
 */
package org.tuguan.plugin.coverage.layer;
