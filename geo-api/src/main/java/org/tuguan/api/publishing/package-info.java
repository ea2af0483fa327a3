/**
 * Publishing: layers come into the catalog, change what they say about themselves, and go; tables
 * that are in the database already are published where they lie.
 *
 * <p>Everything that writes the catalog's tables goes through {@link
 * org.tuguan.api.publishing.JdbcLayers}.
 */
package org.tuguan.api.publishing;
