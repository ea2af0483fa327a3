package org.tuguan.core.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a gateway and we share, with which each signs what it says (HMAC-SHA-256, RFC
 * 2104). Safe for any thread; never printed.
 */
public final class GatewayKey {
  /** How far the clocks may differ, and how long something that is signed is good. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(15);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 16;

  private final String id;
  private final SecretKeySpec secret;

  /**
   * @param id tells the other side which secret it is
   * @param secret 16 characters or more
   */
  public GatewayKey(String id, String secret) {
    this.id = Objects.requireNonNull(id);
    if (id.isBlank() || secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "tuguan.payment.gateway: a key id and a secret of %d characters".formatted(SHORTEST));
    }
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  public String id() {
    return id;
  }

  /**
   * The fields as they are signed: {@code name=value}, one a line, sorted by name, without {@code
   * signature}.
   */
  public static String canonical(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              if (name.matches(".*[=\\p{Cntrl}].*") || value.matches("(?s).*\\p{Cntrl}.*")) {
                throw new IllegalArgumentException("cannot be signed: " + name);
              }
              if (!name.equals("signature")) {
                text.append(name).append('=').append(value).append('\n');
              }
            });
    return text.toString();
  }

  /** In lower case hexadecimal digits. */
  public String sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a message: what is signed is time and text, so that neither can be changed. */
  public String signMessage(Instant time, String body) {
    return sign(time.getEpochSecond() + "\n" + id + "\n" + body);
  }

  /** Takes the same time whatever is wrong with the signature. */
  public boolean matches(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param seconds since 1970, as it came
   */
  public boolean matchesMessage(
      String keyId, String seconds, String body, String signature, Instant now) {
    if (!keyId.equals(id) || !seconds.matches("\\d{1,12}")) {
      return false;
    }
    Instant time = Instant.ofEpochSecond(Long.parseLong(seconds));
    return matches(time.getEpochSecond() + "\n" + id + "\n" + body, signature)
        && Duration.between(time, now).abs().compareTo(GOOD_FOR) <= 0;
  }

  @Override
  public String toString() {
    return "GatewayKey " + id;
  }
}
