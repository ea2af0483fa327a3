package org.tuguan.api.keys;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.KeySecret;

/**
 * The keys that were shown of late, by hash. One that has changed is forgotten when the database
 * says so ({@link KeyNews}); every one is looked up again behind the caller's back after ten
 * seconds, and before it is believed after 45. While the database is away, keys are believed for
 * three minutes: nobody can revoke one there either. Safe for any thread.
 */
@Component
@ConditionalOnWebApplication
class KnownKeys {
  private static final int MOST = 20_000;
  private static final Duration REFRESH = Duration.ofSeconds(10);
  private static final Duration BELIEVED = Duration.ofSeconds(45);
  private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What was found under a hash, and when ({@link System#nanoTime}). */
  private record Found(Optional<LiveKey> key, long at) {}

  private final JdbcKeys keys;
  private final KeyHolders holders;
  private final LoadingCache<String, Found> found;
  private volatile boolean connected;

  KnownKeys(JdbcKeys keys, KeyHolders holders) {
    this.keys = keys;
    this.holders = holders;
    this.found =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .refreshAfterWrite(REFRESH)
            .expireAfterWrite(WITHOUT_DATABASE)
            .build(this::load);
  }

  private Found load(String hash) {
    long now = System.nanoTime();
    Optional<AccessKey> key = keys.find(HexFormat.of().parseHex(hash));
    return new Found(
        key.filter(each -> each.revoked().isEmpty())
            .flatMap(each -> holders.find(each).map(caller -> new LiveKey(each, caller))),
        now);
  }

  /** Empty if there is no such key, or no longer. */
  Optional<LiveKey> find(KeySecret secret) {
    String hash = HexFormat.of().formatHex(secret.hash());
    Found known = found.get(hash);
    boolean old = System.nanoTime() - known.at() > BELIEVED.toNanos();
    return (old && connected ? again(hash, known) : known).key();
  }

  private Found again(String hash, Found known) {
    try {
      return found.refresh(hash).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CompletionException | TimeoutException e) {
      return known;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return known;
    }
  }

  void forget(long id) {
    found
        .asMap()
        .values()
        .removeIf(each -> each.key().filter(live -> live.key().id() == id).isPresent());
  }

  /**
   * Says whether the database tells of changes.
   *
   * @param connected true for from now on, when whatever was missed is forgotten
   */
  void connected(boolean connected) {
    this.connected = connected;
    if (connected) {
      found.invalidateAll();
    }
  }
}
