package org.tuguan.plugin.coverage.imports;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * What an import read, and does or would do.
 *
 * @param units stations or areas that are right
 * @param people in them; 0 for stations
 * @param added how many are new
 * @param changed how many take the place of one with the same key
 * @param removed how many there were that are not there any more
 * @param notes what has been assumed
 * @param faulty how much is wrong; nothing is imported unless it is 0
 * @param faults all of it, up to ten thousand
 */
public record ImportReport(
    long units,
    long people,
    long added,
    long changed,
    long removed,
    boolean dryRun,
    List<LocalText> notes,
    long faulty,
    List<BadRow> faults) {}
