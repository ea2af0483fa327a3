/**
 * Plans: changes that somebody made or a planner found, with their figures, saved version by
 * version.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.plan.PlanRequest}, {@link
 * org.tuguan.plugin.coverage.plan.SitePlanning}.
 */
package org.tuguan.plugin.coverage.plan;
