/**
 * The demonstration city: real districts and villages, and layers that are made up inside them.
 *
 * <p>Everything made up comes from fixed seeds: the same sizes give the same bytes on every
 * machine. Coordinates are EPSG:3826 metres. Streets are planned on a bent grid ({@link
 * org.tuguan.api.demo.BentGrid}) whose cells are split where people live; buildings stand in the
 * blocks that result. Entry type: {@link org.tuguan.api.demo.DemoCommand}.
 */
package org.tuguan.api.demo;
