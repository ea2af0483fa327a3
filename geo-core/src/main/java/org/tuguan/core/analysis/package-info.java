/**
 * Figures that are computed from evidence, and analyses that anybody may run: what the library
 * itself and its plugins bring.
 *
 * <p>Uses {@code access} alone. Part of the API of plugins: what is here changes compatibly.
 */
package org.tuguan.core.analysis;
