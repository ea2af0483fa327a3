package org.tuguan.api.keys;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Turns links with a key in the path ({@code /k/KEY/wms?}) into links with the key in the query
 * ({@code /wms?key=KEY&}) while a document goes by. Whoever makes links makes them one way; since a
 * key is found nowhere else, nothing else can be taken for one.
 *
 * <p>The bare root stays as it is, since pages append paths to it, and so do the targets of forms,
 * whose query browsers replace. Documents are in an encoding that has ASCII in its place.
 */
final class QueryKeyStream extends ServletOutputStream {
  private static final int LONGEST_LINK = 8192;

  private final ServletOutputStream out;
  private final Supplier<String> mediaType;
  private final String key;
  private final byte[] needle;
  private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
  private Boolean document;
  private boolean escaped;
  private int matched;
  private boolean inLink;
  private final StringBuilder attribute = new StringBuilder();
  private boolean formTarget;

  /**
   * @param mediaType of the document, known when the first byte comes
   */
  QueryKeyStream(ServletOutputStream out, String key, Supplier<String> mediaType) {
    this.out = out;
    this.key = key;
    this.mediaType = mediaType;
    this.needle = (PresentedKey.PREFIX + key).getBytes(StandardCharsets.US_ASCII);
  }

  private boolean isDocument() {
    if (document == null) {
      String type = mediaType.get() == null ? "" : mediaType.get().toLowerCase(Locale.ROOT);
      escaped = type.contains("xml") || type.contains("html");
      document = escaped || type.contains("json") || type.startsWith("text/");
    }
    return document;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!isDocument()) {
      out.write(bytes, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      take(bytes[i]);
    }
  }

  @Override
  public void write(int b) throws IOException {
    if (isDocument()) {
      take((byte) b);
    } else {
      out.write(b);
    }
  }

  private void take(byte b) throws IOException {
    if (inLink) {
      if (ends(b) || tail.size() >= LONGEST_LINK) {
        endLink();
      } else {
        tail.write(b);
        return;
      }
    }
    look(b);
  }

  /** Only a slash can begin the needle anew after a part of it. */
  private void look(byte b) throws IOException {
    if (b != needle[matched]) {
      out.write(needle, 0, matched);
      matched = 0;
    }
    if (b == needle[matched]) {
      matched++;
      if (matched == needle.length) {
        matched = 0;
        inLink = true;
      }
      return;
    }
    remember(b);
    out.write(b);
  }

  /** Where a quoted value begins, knows whether it is the target of a form. */
  private void remember(byte b) {
    if (b == '"') {
      formTarget = attribute.toString().endsWith("action=");
    }
    attribute.append((char) b);
    if (attribute.length() > 64) {
      attribute.delete(0, 32);
    }
  }

  private static boolean ends(byte b) {
    return b >= 0 && b <= ' ' || b == '"' || b == '\'' || b == '<' || b == '>' || b == '\\';
  }

  private void endLink() throws IOException {
    inLink = false;
    String link = tail.toString(StandardCharsets.ISO_8859_1);
    tail.reset();
    if (link.isEmpty() || formTarget || !link.startsWith("/")) {
      out.write(needle);
      write(link);
      return;
    }
    int query = link.indexOf('?');
    if (query >= 0) {
      write(link.substring(0, query + 1) + "key=" + key + (escaped ? "&amp;" : "&"));
      write(link.substring(query + 1));
    } else {
      int fragment = link.indexOf('#');
      int end = fragment < 0 ? link.length() : fragment;
      write(link.substring(0, end) + "?key=" + key + link.substring(end));
    }
  }

  private void write(String link) throws IOException {
    out.write(link.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What is held back stays until it is known what it is. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (inLink) {
      endLink();
    }
    out.write(needle, 0, matched);
    matched = 0;
    out.flush();
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
