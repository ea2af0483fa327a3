package org.tuguan.core.exports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tuguan.core.LocalText;

/**
 * Text in the encoding of a table, cut at the length that a field may have, never within a
 * character. Counts what is lost. For one thread.
 */
final class DbfText {
  static final int LONGEST = 254;

  private static final int NAMED = 200;

  private final Charset charset;
  private final CharsetEncoder encoder;
  private final Map<String, Long> missing = new TreeMap<>();
  private long cut;

  DbfText(Charset charset) {
    this.charset = charset;
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  byte[] encode(String text, int longest) {
    byte[] bytes = bytes(text);
    if (bytes.length <= longest) {
      return bytes;
    }
    cut++;
    ByteBuffer room = ByteBuffer.allocate(longest);
    charset
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(text), room, true);
    byte[] kept = new byte[room.position()];
    room.rewind().get(kept);
    return kept;
  }

  private byte[] bytes(String text) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return text.getBytes(charset);
    }
    try {
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      CharsetEncoder fresh = charset.newEncoder();
      text.codePoints()
          .mapToObj(Character::toString)
          .filter(each -> !fresh.canEncode(each))
          .forEach(each -> missing.merge(each, 1L, Long::sum));
      return text.getBytes(charset);
    }
  }

  List<ExportNote> notes() {
    List<ExportNote> notes = new ArrayList<>();
    if (!missing.isEmpty()) {
      String named =
          missing.entrySet().stream()
              .limit(NAMED)
              .map(each -> each.getKey() + "×" + each.getValue())
              .collect(Collectors.joining(" "));
      notes.add(
          new ExportNote(
              ExportNote.Kind.CHARACTERS,
              new LocalText(
                  "%s 沒有下列 %d 個字，以問號代替：%s".formatted(charset.name(), missing.size(), named),
                  "%s lacks these %d characters, a question mark stands for each: %s"
                      .formatted(charset.name(), missing.size(), named))));
    }
    if (cut > 0) {
      notes.add(
          new ExportNote(
              ExportNote.Kind.LENGTH,
              new LocalText(
                  "%d 個文字超過 %d 位元組，已截短".formatted(cut, LONGEST),
                  "%d texts were longer than %d bytes and are cut".formatted(cut, LONGEST))));
    }
    return notes;
  }
}
