package org.tuguan.core.print;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what the library draws by chance, the tags of embedded fonts and the identifier of the
 * file, by what follows from the content, so that one document has one hash. No byte moves.
 */
final class StableBytes {
  private static final Pattern TAG = Pattern.compile("(?<=/)[A-Z]{6}(?=\\+[A-Za-z])");
  private static final Pattern IDENTIFIER =
      Pattern.compile("/ID \\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");

  private StableBytes() {}

  static byte[] of(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    Map<String, String> tags = new LinkedHashMap<>();
    text =
        TAG.matcher(text)
            .replaceAll(found -> tags.computeIfAbsent(found.group(), t -> tag(tags.size())));
    Matcher identifier = IDENTIFIER.matcher(text);
    if (!identifier.find()) {
      throw new IllegalStateException("the file has no identifier");
    }
    String empty = "0".repeat(32);
    String rest = identifier.replaceFirst("/ID [<" + empty + "><" + empty + ">]");
    String hash = hash(rest);
    return identifier
        .replaceFirst("/ID [<" + hash + "><" + hash + ">]")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String tag(int index) {
    return "TGFNT" + (char) ('A' + index);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
