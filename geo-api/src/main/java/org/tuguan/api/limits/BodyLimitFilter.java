package org.tuguan.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.Refusal;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.core.LocalText;

/**
 * Refuses bodies above a limit, before they are read where they say their length. Files that are
 * sent in have limits of their own.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
  private static final int CONTENT_TOO_LARGE = 413;

  private final long most;
  private final RefusalAnswers refusals;
  private final Refusal refusal;

  BodyLimitFilter(long most, RefusalAnswers refusals) {
    this.most = most;
    this.refusals = refusals;
    this.refusal =
        new Refusal(
            CONTENT_TOO_LARGE,
            new LocalText(
                "送出的內容超過 %d 位元組的上限。".formatted(most),
                "the body is larger than %d bytes, the limit of this server (tuguan.access.body)"
                    .formatted(most)),
            Map.of("Connection", "close"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    long length = request.getContentLengthLong();
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") || length == 0) {
      chain.doFilter(request, response);
    } else if (length > most) {
      refusals.answer(request, response, request.getServletPath(), refusal);
    } else {
      chain.doFilter(length < 0 ? new Counted(request, most) : request, response);
    }
  }

  /** A request that does not say how much it carries. */
  private static final class Counted extends HttpServletRequestWrapper {
    private final long most;
    private ServletInputStream stream;

    Counted(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (stream == null) {
        stream = new CountedStream(super.getInputStream(), most);
      }
      return stream;
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream in;
    private long left;

    CountedStream(ServletInputStream in, long most) {
      this.in = in;
      this.left = most;
    }

    private int counted(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new IOException("the body is larger than the limit");
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      counted(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return counted(in.read(bytes, from, length));
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
