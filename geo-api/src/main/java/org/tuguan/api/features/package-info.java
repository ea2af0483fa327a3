/**
 * OGC API Features under {@code /ogc}: Part 1 (core, GeoJSON, HTML, OpenAPI 3.0), Part 2 (systems)
 * and Part 3 (CQL2), and the documents that it shares with further standards.
 *
 * <p>Entry types: {@link org.tuguan.api.features.ServiceController} describes, {@link
 * org.tuguan.api.features.ItemsController} answers with features, an {@link
 * org.tuguan.api.features.OgcPart} adds a standard. Every vector layer of the catalog is a
 * collection of the same name.
 */
package org.tuguan.api.features;
