package org.tuguan.core.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.core.LocalText;

/** The encoding of a file's text, and how it is known. */
public record TextEncoding(Charset charset, LocalText reason) {
  /** Big5 as Windows has it, a superset of what Taiwanese offices have written for decades. */
  public static final Charset CP950 = Charset.forName("x-windows-950");

  /** Stands in decoded text for bytes that are no text; occurs in no valid text itself. */
  static final char UNREADABLE = '\uFFFF';

  private static final Pattern NUMBERED =
      Pattern.compile("(?:CP|ANSI|OEM|IBM|WINDOWS|MS|CODEPAGE)?[ _-]*(\\d{3,5})");

  public TextEncoding {
    Objects.requireNonNull(charset);
    Objects.requireNonNull(reason);
  }

  /** By any usual name: {@code UTF-8}, {@code big5}, {@code 950}, {@code ANSI 1252}. */
  public static Optional<Charset> find(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    switch (upper) {
      case "UTF8", "UTF-8", "65001" -> {
        return Optional.of(StandardCharsets.UTF_8);
      }
      case "BIG5", "BIG-5", "CP950", "MS950" -> {
        return Optional.of(CP950);
      }
      case "LATIN1", "LATIN-1", "88591", "ISO8859-1", "ISO88591" -> {
        return Optional.of(StandardCharsets.ISO_8859_1);
      }
      default -> {
        Matcher numbered = NUMBERED.matcher(upper);
        return numbered.matches() ? codePage(numbered.group(1)) : byJavaName(upper);
      }
    }
  }

  private static Optional<Charset> codePage(String number) {
    return number.equals("950")
        ? Optional.of(CP950)
        : byJavaName("windows-" + number).or(() -> byJavaName("IBM" + number));
  }

  private static Optional<Charset> byJavaName(String name) {
    try {
      return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** For people: {@code Big5 (CP950)}. */
  public String label() {
    return charset.equals(CP950) ? "Big5 (CP950)" : charset.name();
  }

  /**
   * Decodes, leaving out a byte order mark; what is no text becomes {@link #UNREADABLE}.
   *
   * @param in closed with the reader
   */
  Reader reader(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder()), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(UNREADABLE));
  }

  static String decode(CharsetDecoder decoder, byte[] bytes, int offset, int length) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, offset, length)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("decoder does not replace", e);
    }
  }
}
