package org.tuguan.plugin.coverage.layer;

import java.time.Instant;
import java.util.Optional;

/**
 * A layer that somebody asked for.
 *
 * @param id number of its view, never used again
 * @param plan empty for what a process found
 * @param version of the plan
 * @param account who may take it back: whose plan it is, or who asked first
 */
public record ResultLayer(
    long id,
    String layer,
    Optional<String> plan,
    Optional<Integer> version,
    String title,
    String account,
    Instant madeAt) {}
