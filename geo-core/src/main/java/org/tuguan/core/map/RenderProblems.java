package org.tuguan.core.map;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong while maps were drawn. One bad feature must not blank the map of a city, and must
 * not go unnoticed either: each is counted, the first of a layer and kind is logged. Safe for any
 * thread.
 */
public final class RenderProblems {
  private static final Logger LOG = LoggerFactory.getLogger(RenderProblems.class);

  /** Kinds of trouble; the names appear in logs and health reports. */
  public enum Code {
    /** A geometry that could not be turned into pixels. */
    GEOMETRY,
    /** A filter or expression of the style that failed on a feature. */
    EXPRESSION,
    /** A symbol that could not be drawn. */
    SYMBOL,
    /** An icon or picture of the style that is not there or cannot be read. */
    GRAPHIC,
    /** A label that was left out since there are too many. */
    TOO_MANY_LABELS
  }

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * @param layer name of the layer or style part, for people
   * @param detail what a person needs to find the fault; logged the first time only
   */
  public void count(String layer, Code code, String detail) {
    LongAdder fresh = new LongAdder();
    LongAdder known = counts.putIfAbsent(layer + "/" + code, fresh);
    if (known == null) {
      LOG.warn("map problem {} in {}: {} (more of the kind are counted only)", code, layer, detail);
    }
    (known == null ? fresh : known).increment();
  }

  /** Counts since the start by {@code layer/CODE}, sorted. */
  public Map<String, Long> counts() {
    Map<String, Long> copy = new TreeMap<>();
    counts.forEach((key, count) -> copy.put(key, count.sum()));
    return copy;
  }
}
