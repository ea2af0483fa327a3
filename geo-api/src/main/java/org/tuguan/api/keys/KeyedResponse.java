package org.tuguan.api.keys;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * An answer to a request with a key: no cache may give it to others, and no page it leads to learns
 * of the key. If the key stood in the query, links in documents go back with it there.
 */
final class KeyedResponse extends HttpServletResponseWrapper {
  private final PresentedKey key;
  private ServletOutputStream stream;
  private PrintWriter writer;

  KeyedResponse(HttpServletResponse response, PresentedKey key) {
    super(response);
    this.key = key;
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private boolean rewrites() {
    return key.form() == PresentedKey.Form.QUERY;
  }

  @Override
  public void setHeader(String name, String value) {
    put(name, value, false);
  }

  @Override
  public void addHeader(String name, String value) {
    put(name, value, true);
  }

  private void put(String name, String value, boolean add) {
    if (name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
      super.setHeader(name, personal(value));
    } else if (!name.equalsIgnoreCase("Referrer-Policy") && !isLength(name)) {
      if (add) {
        super.addHeader(name, value);
      } else {
        super.setHeader(name, value);
      }
    }
  }

  private static String personal(String control) {
    String lower = Objects.requireNonNullElse(control, "").toLowerCase(Locale.ROOT);
    if (lower.contains("no-store") || lower.contains("private")) {
      return control;
    }
    String rest = lower.replaceAll("\\s*public\\s*,?\\s*", "").replaceAll("[,\\s]+$", "");
    return rest.isEmpty() ? "private" : "private, " + rest;
  }

  /** A document that gets longer on its way has no length beforehand. */
  private boolean isLength(String name) {
    return rewrites() && name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!rewrites()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (!rewrites()) {
      return super.getOutputStream();
    }
    if (stream == null) {
      stream = new QueryKeyStream(super.getOutputStream(), key.text(), this::getContentType);
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (!rewrites()) {
      return super.getWriter();
    }
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
    }
    return writer;
  }

  /** Lets go of what was held back. */
  void end() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (stream != null) {
      stream.close();
    }
  }
}
