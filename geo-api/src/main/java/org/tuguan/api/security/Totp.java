package org.tuguan.api.security;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tuguan.api.people.Secrets;

/**
 * Codes of six digits that change every 30 seconds: RFC 6238 with HMAC-SHA-1, as all programs for
 * telephones understand it. One step before and after the present one is taken too, since clocks
 * differ.
 */
final class Totp {
  static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** 160 bits in Base32. */
  static String newSecret() {
    return base32(Secrets.bytes(20));
  }

  /** What a telephone makes an entry of, mostly from a picture: the otpauth format. */
  static String uri(String issuer, String account, String secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&digits=%d&period=%d"
        .formatted(
            encoded(issuer), encoded(account), secret, encoded(issuer), DIGITS, STEP_SECONDS);
  }

  /** The time step that the code is of, if it is of one around now. */
  static OptionalLong findStep(String secret, String code, Instant now) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    byte[] key = bytes(secret);
    for (long step = present - 1; step <= present + 1; step++) {
      if (code(key, step, DIGITS).equals(code.strip())) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** RFC 4226, 5.3. */
  static String code(byte[] key, long step, int digits) {
    byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    int modulus = (int) Math.pow(10, digits);
    return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 4648, 6, without padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int waiting = 0;
    for (byte each : bytes) {
      waiting = waiting << 8 | each & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(waiting >> bits & 31));
      }
      waiting &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt(waiting << 5 - bits & 31)).toString();
  }

  static byte[] bytes(String base32) {
    ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    int bits = 0;
    int waiting = 0;
    for (char letter : base32.toCharArray()) {
      waiting = waiting << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (waiting >> bits));
        waiting &= (1 << bits) - 1;
      }
    }
    return bytes.array();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
