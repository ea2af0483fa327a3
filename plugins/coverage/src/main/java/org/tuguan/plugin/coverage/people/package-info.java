/**
 * People and how many of them live on ground that is reached. Union first, then people.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.people.Census}, {@link
 * org.tuguan.plugin.coverage.people.CoverageCount}.
 */
package org.tuguan.plugin.coverage.people;
