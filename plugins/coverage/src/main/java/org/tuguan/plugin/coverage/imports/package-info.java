/**
 * Stations and people from layers of the library, which {@code ./tuguan import} fills, by a mapping
 * of columns. All or nothing.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.imports.StationImport}, {@link
 * org.tuguan.plugin.coverage.imports.CensusImport}.
 */
package org.tuguan.plugin.coverage.imports;
