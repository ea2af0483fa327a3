package org.tuguan.core.tile.cache;

/**
 * How a cache has done since it was opened.
 *
 * @param memoryHits answered from memory
 * @param diskHits answered from disk
 * @param misses had to be made
 * @param shared answered by waiting for a tile that somebody else was having made
 * @param stale of the misses, those that were there but met a change or were too old
 * @param memoryBytes nearly
 * @param diskBytes of all files, with what is out of date and not yet removed
 * @param diskUsable false if there is no disk store, or its last write failed
 */
public record CacheStatistics(
    long memoryHits,
    long diskHits,
    long misses,
    long shared,
    long stale,
    long memoryBytes,
    long memoryEntries,
    long diskBytes,
    long diskEntries,
    boolean diskUsable) {
  /** Share of requests that made nothing; 0 before the first. */
  public double hitRate() {
    long hits = memoryHits + diskHits + shared;
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
