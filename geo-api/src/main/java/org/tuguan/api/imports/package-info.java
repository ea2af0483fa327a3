/**
 * Imports: a file becomes a table and a layer, from the command line and over HTTP alike.
 *
 * <p>Entry type: {@link org.tuguan.api.imports.Importer}. Reading files is {@code
 * org.tuguan.core.imports}; everything that writes is one transaction (docs/adr/0005).
 */
package org.tuguan.api.imports;
