package org.tuguan.api.issuing;

/**
 * An application changed its state. Told in the transaction of the move, so that whoever listens
 * adds to it, or stops it by throwing.
 *
 * @param before the application before the move
 */
public record ApplicationMoved(Application before, Move move) {}
