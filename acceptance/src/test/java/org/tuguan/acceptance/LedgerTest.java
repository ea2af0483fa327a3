package org.tuguan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The ledger of use of the packaged server, whatever happens to the server and to the database.
 * Each request asks for a place that no other does, so that its record can be told from all others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
  private static final int CLIENTS = 3;
  private static final double STEP = 1e-5;

  private final DatabaseLine line = new DatabaseLine();
  private final AtomicInteger numbers = new AtomicInteger();
  private Server server;

  @BeforeAll
  void start() throws Exception {
    server = Server.ofItsOwn(line::through);
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
  }

  /** What was asked for and answered, by number, with the time of the answer. */
  private final class Load implements AutoCloseable {
    private final Map<Integer, Long> answered = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean going = true;

    Load() {
      for (int i = 0; i < CLIENTS; i++) {
        Thread client = new Thread(this::ask, "client");
        clients.add(client);
        client.start();
      }
    }

    private void ask() {
      while (going) {
        int number = numbers.incrementAndGet();
        try {
          if (server.get(place(number)).statusCode() == 200) {
            answered.put(number, System.currentTimeMillis());
          } else {
            refused.add(number);
          }
        } catch (IOException e) {
          return; // the server is gone
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void close() throws InterruptedException {
      going = false;
      for (Thread client : clients) {
        client.join();
      }
    }
  }

  private static String place(int number) {
    double west = 120.5 + number * STEP;
    return "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=districts&STYLES=&SRS=EPSG:4326&WIDTH=16&HEIGHT=16"
        + "&FORMAT=image/png&BBOX=%.5f,24.1,%.5f,24.2".formatted(west, west + 0.1);
  }

  /** How often each number is in the ledger. */
  private Map<Integer, Integer> recorded() throws Exception {
    Map<Integer, Integer> times = new HashMap<>();
    String rows =
        server.sql(
            "SELECT round((west - 120.5) / %s), count(*) FROM tuguan.usage_record WHERE south = 24.1 GROUP BY 1"
                .formatted(STEP));
    rows.lines()
        .map(row -> row.split("\\|"))
        .forEach(row -> times.put(Integer.parseInt(row[0]), Integer.parseInt(row[1])));
    return times;
  }

  private void awaitAll(Set<Integer> wanted) throws Exception {
    long end = System.currentTimeMillis() + 30_000;
    while (System.currentTimeMillis() < end && !recorded().keySet().containsAll(wanted)) {
      Thread.sleep(250);
    }
    Set<Integer> missing = new HashSet<>(wanted);
    Map<Integer, Integer> found = recorded();
    missing.removeAll(found.keySet());
    assertThat(missing).as("not in the ledger").isEmpty();
    assertThat(found.values()).as("times in the ledger").containsOnly(1);
    server.run(List.of("audit", "usage"));
  }

  @Test
  void aServerThatIsKilledLosesNoRecordOlderThanASecondAndDoublesNone() throws Exception {
    Load load = new Load();
    Thread.sleep(3_500);
    long killed = System.currentTimeMillis();
    server.kill();
    load.close();
    server.restart();

    Set<Integer> old = new HashSet<>();
    load.answered.forEach(
        (number, at) -> {
          if (at < killed - 1_000) {
            old.add(number);
          }
        });
    assertThat(old).hasSizeGreaterThan(100);
    awaitAll(old);
    assertThat(server.sql("SELECT DISTINCT cause FROM tuguan.usage_gap").strip())
        .isEqualTo("stopped");
  }

  @Test
  void withoutTheDatabaseMapsAreServedAndTheirUseArrivesLaterOnce() throws Exception {
    Load load = new Load();
    Thread.sleep(1_500);
    line.cut();
    Thread.sleep(8_000);
    int before = load.answered.size();
    Thread.sleep(1_000);
    assertThat(load.answered.size())
        .as("answered while the database is away")
        .isGreaterThan(before);
    assertThat(server.text("/api/v1/usage/status")).contains("\"reachable\":false");
    line.mend();
    Thread.sleep(2_000);
    load.close();

    assertThat(load.refused).isEmpty();
    awaitAll(load.answered.keySet());
  }
}
