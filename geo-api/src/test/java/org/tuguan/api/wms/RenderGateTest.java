package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tuguan.api.Parameters;
import org.tuguan.api.RenderGate;

/** Only so much is drawn at once, and who comes too late is told when to come back. */
class RenderGateTest {
  private static final long SMALL = 256 * 256;
  private static final long HUGE = 4096 * 4096;

  private final RenderGate gate = new RenderGate(2, Duration.ofMillis(50));
  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    others.shutdownNow();
  }

  /** Holds room of this size until the test ends. */
  private void occupy(long pixels) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    Future<?> work =
        others.submit(
            () ->
                gate.pass(
                    pixels,
                    () -> {
                      inside.countDown();
                      end.await();
                      return true;
                    }));
    inside.await();
    assertThat(work.isDone()).isFalse();
  }

  @Test
  void whoFindsNoRoomIsTurnedAway() throws Exception {
    occupy(SMALL);
    assertThat(gate.pass(SMALL, () -> "drawn")).isEqualTo("drawn");
    occupy(SMALL);

    assertThatThrownBy(() -> gate.pass(SMALL, () -> "drawn"))
        .isInstanceOf(RenderGate.OverloadedException.class);
  }

  @Test
  void largePicturesTakeAllTheRoomAndNoMore() throws Exception {
    assertThat(gate.pass(HUGE, () -> "drawn")).isEqualTo("drawn");
    occupy(HUGE);

    assertThatThrownBy(() -> gate.pass(SMALL, () -> "drawn"))
        .isInstanceOf(RenderGate.OverloadedException.class);
  }

  @Test
  void roomIsFreeAgainAfterAFault() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  gate.pass(
                      HUGE,
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }

    assertThat(gate.pass(HUGE, () -> "drawn")).isEqualTo("drawn");
  }

  @Test
  void overloadIsSaidWithTheTimeToComeBack() {
    WmsAnswer answer =
        new WmsFaults(null).answer(new Parameters(Map.of()), new RenderGate.OverloadedException());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "5");
    assertThat(answer.mediaType()).isEqualTo("text/xml");
  }

  @Test
  void faultsOfOursHaveAnIdAndNoDetails() {
    WmsAnswer answer =
        new WmsFaults(null)
            .answer(
                new Parameters(Map.of("VERSION", new String[] {"1.1.1"})),
                new IllegalStateException("password of the database"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.mediaType()).isEqualTo("application/vnd.ogc.se_xml");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .containsPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
        .doesNotContain("password", "Exception:", "org.tuguan");
  }
}
