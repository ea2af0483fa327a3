/**
 * How far a transmitter reaches: link budgets and propagation models, each with the range it was
 * made for.
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.radio.Models}, {@link
 * org.tuguan.plugin.coverage.radio.LinkBudget}. Distances in metres, frequencies in MHz, powers in
 * dBm. Nothing here knows maps or people.
 */
package org.tuguan.plugin.coverage.radio;
