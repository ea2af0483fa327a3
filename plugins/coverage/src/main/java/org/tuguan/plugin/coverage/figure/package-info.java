/**
 * Figures: from what somebody asks to people covered, with everything that has to be said with the
 * number.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.figure.CoverageQuery}, {@link
 * org.tuguan.plugin.coverage.figure.Figures}.
 */
package org.tuguan.plugin.coverage.figure;
