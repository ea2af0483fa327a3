package org.tuguan.plugin.coverage.figure;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was used last, up to a weight. A newcomer always stays, whatever was used more often before:
 * a figure asks for all its stations in turn, several times over. Safe for any thread.
 */
final class RecentlyUsed<K, V> {
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final ToIntFunction<V> weigher;
  private final long most;
  private long weight;

  /**
   * @param most weight of all together
   */
  RecentlyUsed(long most, ToIntFunction<V> weigher) {
    this.most = most;
    this.weigher = weigher;
  }

  /** Makes it if it is not there; two that ask at once may both make it. */
  V get(K key, Function<K, V> make) {
    synchronized (entries) {
      V known = entries.get(key);
      if (known != null) {
        return known;
      }
    }
    V made = make.apply(key);
    synchronized (entries) {
      V other = entries.putIfAbsent(key, made);
      if (other != null) {
        return other;
      }
      weight += weigher.applyAsInt(made);
      Iterator<V> oldest = entries.values().iterator();
      while (weight > most && entries.size() > 1) {
        weight -= weigher.applyAsInt(oldest.next());
        oldest.remove();
      }
      return made;
    }
  }
}
