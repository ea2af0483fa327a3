/**
 * Where to build next: the maximal covering location problem (Church and ReVelle 1974) and its
 * twin, the fewest sites that reach a target.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.planning.SiteProblem}, {@link
 * org.tuguan.plugin.coverage.planning.GreedyPlanner}, {@link
 * org.tuguan.plugin.coverage.planning.ExactPlanner}. Demand is cells that are reached or not.
 */
package org.tuguan.plugin.coverage.planning;
