package org.tuguan.core.sharing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UsageBufferTest {
  @Test
  void whatFindsNoRoomIsCountedAndNothingElseIsLost() throws Exception {
    UsageBuffer<Integer> buffer = new UsageBuffer<>(1000);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      threads.submit(
          () -> {
            for (int n = 0; n < 5000; n++) {
              buffer.offer(n);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(buffer.size()).isEqualTo(1000);
    assertThat(buffer.takeOverflow()).isEqualTo(19_000);
    assertThat(buffer.takeOverflow()).isZero();
    assertThat(buffer.take(600)).hasSize(600);
    assertThat(buffer.take(600)).hasSize(400);
    buffer.offer(1);
    assertThat(buffer.take(600)).containsExactly(1);
  }
}
