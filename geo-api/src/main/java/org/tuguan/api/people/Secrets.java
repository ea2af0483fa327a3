package org.tuguan.api.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that let somebody in, and the hashes under which they are kept. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without characters that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private Secrets() {}

  /** 256 bits, fit for an address. */
  public static String newToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  /** For one time, to be typed by a person: some 79 bits. */
  public static String newPassword() {
    return newLetters(4) + "-" + newLetters(4) + "-" + newLetters(4) + "-" + newLetters(4);
  }

  /** Small letters and digits. */
  public static String newLetters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** SHA-256; enough for what is random, and not for passwords that people choose. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
