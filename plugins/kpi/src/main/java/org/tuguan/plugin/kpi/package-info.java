/**
 * The scoreboard of the year's key performance indicators (關鍵績效指標). Nothing on it is typed where
 * there is a record to compute it from: definitions say which figure of which part they are.
 */
package org.tuguan.plugin.kpi;
