/**
 * Who is covered by wireless networks, and where to build next: a plugin of the library.
 *
 * <p>{@code radio} says how far a station reaches, {@code area} measures ground, {@code sight} says
 * what of it an antenna sees, {@code people} counts who lives there, {@code planning} chooses
 * sites; none of them knows Spring or SQL. {@code store} has the tables, {@code figure}, {@code
 * plan} and {@code layer} put it together, {@code web} answers. Entry type: {@link
 * org.tuguan.plugin.coverage.CoveragePlugin}.
 */
package org.tuguan.plugin.coverage;
