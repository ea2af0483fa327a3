package org.tuguan.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the holder of a key shows: {@code tg_}, 30 letters and digits drawn at random (178 bits),
 * and six more that check them, so that a mistyped or invented key is told from a real one without
 * a look into any table. Never printed: {@link #toString} says nothing.
 */
public final class KeySecret {
  public static final String PREFIX = "tg_";

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int DRAWN = 30;
  private static final int CHECKED = 6;
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (DRAWN + CHECKED) + "}");

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /**
   * @param random cryptographically strong
   */
  public static KeySecret draw(RandomGenerator random) {
    StringBuilder drawn = new StringBuilder(PREFIX);
    for (int i = 0; i < DRAWN; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new KeySecret(drawn + check(drawn.toString()));
  }

  /** Empty if no key was ever written so. */
  public static Optional<KeySecret> parse(String text) {
    boolean sound =
        FORM.matcher(text).matches()
            && text.endsWith(check(text.substring(0, text.length() - CHECKED)));
    return sound ? Optional.of(new KeySecret(text)) : Optional.empty();
  }

  private static String check(String drawn) {
    CRC32 crc = new CRC32();
    crc.update(drawn.getBytes(StandardCharsets.US_ASCII));
    StringBuilder check = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECKED; i++) {
      check.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return check.toString();
  }

  /** The whole of it, to be shown to its holder once. */
  public String reveal() {
    return text;
  }

  /** SHA-256, 32 bytes: all that is stored. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first of the drawn letters, by which holders tell their keys apart. */
  public String hint() {
    return text.substring(0, PREFIX.length() + 4);
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
