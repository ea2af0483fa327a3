package org.tuguan.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Against the check vectors of RFC 6238, appendix B, and RFC 4648, 10. */
class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @Test
  void codesAreThoseOfTheStandard() {
    assertThat(code(59)).isEqualTo("94287082");
    assertThat(code(1111111109)).isEqualTo("07081804");
    assertThat(code(1111111111)).isEqualTo("14050471");
    assertThat(code(1234567890)).isEqualTo("89005924");
    assertThat(code(2000000000)).isEqualTo("69279037");
    assertThat(code(20000000000L)).isEqualTo("65353130");
  }

  @Test
  void secretsAreWrittenAsTheStandardSays() {
    assertThat(base32("f")).isEqualTo("MY");
    assertThat(base32("fo")).isEqualTo("MZXQ");
    assertThat(base32("foo")).isEqualTo("MZXW6");
    assertThat(base32("foob")).isEqualTo("MZXW6YQ");
    assertThat(base32("fooba")).isEqualTo("MZXW6YTB");
    assertThat(base32("foobar")).isEqualTo("MZXW6YTBOI");
    assertThat(Totp.bytes(Totp.base32(KEY))).isEqualTo(KEY);
  }

  @Test
  void aCodeIsTakenOneStepEarlyOrLateAndNoMore() {
    String secret = Totp.base32(KEY);
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = now.getEpochSecond() / Totp.STEP_SECONDS;
    for (int off = -1; off <= 1; off++) {
      assertThat(Totp.findStep(secret, Totp.code(KEY, step + off, 6), now)).hasValue(step + off);
    }
    assertThat(Totp.findStep(secret, Totp.code(KEY, step - 2, 6), now)).isEmpty();
    assertThat(Totp.findStep(secret, Totp.code(KEY, step + 2, 6), now)).isEmpty();
  }

  private static String code(long seconds) {
    return Totp.code(KEY, seconds / Totp.STEP_SECONDS, 8);
  }

  private static String base32(String text) {
    return Totp.base32(text.getBytes(StandardCharsets.US_ASCII));
  }
}
