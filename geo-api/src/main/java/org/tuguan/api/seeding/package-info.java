/**
 * {@code ./tuguan seed} and {@code ./tuguan export-tiles}: asking the running server for all tiles
 * of an area, so that they are in its cache, or in a file.
 */
package org.tuguan.api.seeding;
