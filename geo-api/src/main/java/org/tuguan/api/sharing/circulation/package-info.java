/**
 * The circulation rate over HTTP: figures of days, published with their evidence once a day is over
 * ({@link org.tuguan.api.sharing.circulation.CirculationFigures}), rules, targets, and what would
 * make the next agency adopt. What counts is decided in {@code org.tuguan.core.sharing}.
 */
package org.tuguan.api.sharing.circulation;
