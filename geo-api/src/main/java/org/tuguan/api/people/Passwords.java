package org.tuguan.api.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Which passwords are taken: long ones that are not common, not all of a few characters, and not
 * made of the person's name. No rules about kinds of characters, which only make people write them
 * down.
 */
@Component
class Passwords {
  private static final int SHORTEST = 12;

  /** In bytes: what bcrypt looks at. */
  private static final int LONGEST = 72;

  private static final int DISTINCT = 5;
  private static final String FILE = "common-passwords.txt";

  private final PasswordEncoder encoder;
  private final Set<String> common = read();

  Passwords(PasswordEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * @param names of the person and of their account; a password that holds one is refused
   * @return encoded
   * @throws RequestException that says what is wrong
   */
  String encode(String password, List<String> names) {
    Objects.requireNonNull(names);
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      throw refused("密碼至少 12 個字元", "A password has at least 12 characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw refused("密碼過長（至多 72 位元組）", "A password has at most 72 bytes");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (common.contains(plain) || plain.codePoints().distinct().count() < DISTINCT) {
      throw refused("這個密碼太常見", "This password is too common");
    }
    boolean named =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("@.*", ""))
            .anyMatch(name -> name.length() > 3 && plain.contains(name));
    if (named) {
      throw refused("密碼不可包含姓名或帳號", "A password must not hold your name");
    }
    return encoder.encode(password);
  }

  /** False for an account that has none. */
  boolean matches(String password, Optional<String> encoded) {
    return password != null && encoded.isPresent() && encoder.matches(password, encoded.get());
  }

  private static RequestException refused(String zh, String en) {
    return new RequestException(Fault.INVALID_PARAMETER, "password", new LocalText(zh, en));
  }

  private static Set<String> read() {
    try (InputStream in = Objects.requireNonNull(Passwords.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
