package org.tuguan.plugin.coverage.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

class TurnsTest {
  @Test
  void oneWorksAndWhoHasWaitedTooLongIsToldToComeAgain() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(20));
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<String> first = atWork(turns, done);
    assertRefused(turns);
    done.countDown();
    assertThat(first.get()).isEqualTo("first");
    assertThat(turns.take(() -> "second")).isEqualTo("second");
  }

  @Test
  void whoWouldBeOneTooManyDoesNotWait() throws Exception {
    Turns turns = new Turns(0, Duration.ofDays(1));
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<String> first = atWork(turns, done);
    assertRefused(turns);
    done.countDown();
    first.get();
  }

  @Test
  void afterAFailureTheNextHasItsTurn() {
    Turns turns = new Turns(0, Duration.ZERO);
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    assertThat(turns.take(() -> "next")).isEqualTo("next");
  }

  private static CompletableFuture<String> atWork(Turns turns, CountDownLatch done)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(
            () ->
                turns.take(
                    () -> {
                      begun.countDown();
                      await(done);
                      return "first";
                    }));
    begun.await();
    return work;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRefused(Turns turns) {
    assertThatThrownBy(() -> turns.take(() -> "other"))
        .isInstanceOfSatisfying(
            RequestException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.TIMEOUT);
              assertThat(refused.text().zh()).contains("稍後");
              assertThat(refused.text().en()).contains("try again");
            });
  }
}
