package org.tuguan.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.core.access.AddressRange;

/**
 * Believes what proxies say about a request only if they are known: host and scheme of {@code
 * Forwarded} (RFC 7239) or {@code X-Forwarded-…}, the caller's address of {@code X-Forwarded-For}
 * alone, and of that chain the last that no known proxy has: what comes before it anybody may have
 * written.
 */
final class ProxyHeaderFilter extends OncePerRequestFilter {
  private static final String FORWARDED = "Forwarded";
  private static final String X_FORWARDED = "X-Forwarded-";
  private static final String X_FORWARDED_FOR = "X-Forwarded-For";

  private final List<AddressRange> proxies;
  private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();

  ProxyHeaderFilter(List<AddressRange> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isProxy(request.getRemoteAddr())) {
      chain.doFilter(new Unforwarded(request), response);
    } else {
      String caller = caller(request);
      HttpServletRequest told = new OfCaller(request, caller);
      believing.doFilter(told, response, chain);
    }
  }

  private boolean isProxy(String address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  private String caller(HttpServletRequest request) {
    String caller = request.getRemoteAddr();
    List<String> said =
        Collections.list(request.getHeaders(X_FORWARDED_FOR)).stream()
            .flatMap(value -> List.of(value.split(",")).stream())
            .map(String::strip)
            .toList();
    for (int i = said.size() - 1; i >= 0 && isProxy(caller); i--) {
      if (AddressRange.parse(said.get(i)).isEmpty()) {
        break;
      }
      caller = said.get(i);
    }
    return caller;
  }

  /** A request of somebody unknown, without what they say about it. */
  private static final class Unforwarded extends HttpServletRequestWrapper {
    Unforwarded(HttpServletRequest request) {
      super(request);
    }

    private static boolean hidden(String name) {
      return name.equalsIgnoreCase(FORWARDED)
          || name.toLowerCase(Locale.ROOT).startsWith(X_FORWARDED.toLowerCase(Locale.ROOT));
    }

    @Override
    public String getHeader(String name) {
      return hidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream().filter(name -> !hidden(name)).toList());
    }
  }

  /** A request that a proxy passes on, with the caller's address and without the chain of them. */
  private static final class OfCaller extends HttpServletRequestWrapper {
    private final String caller;

    OfCaller(HttpServletRequest request, String caller) {
      super(request);
      this.caller = caller;
    }

    private static boolean hidden(String name) {
      return name.equalsIgnoreCase(X_FORWARDED_FOR);
    }

    /** {@code for=} goes, the rest of the pairs stays. */
    private static String withoutFor(String forwarded) {
      return forwarded == null
          ? null
          : forwarded.replaceAll("(?i)\\bfor\\s*=\\s*(\"[^\"]*\"|[^;,]*);?", "");
    }

    @Override
    public String getRemoteAddr() {
      return caller;
    }

    @Override
    public String getHeader(String name) {
      return hidden(name)
          ? null
          : name.equalsIgnoreCase(FORWARDED)
              ? withoutFor(super.getHeader(name))
              : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      if (hidden(name)) {
        return Collections.emptyEnumeration();
      }
      return name.equalsIgnoreCase(FORWARDED)
          ? Collections.enumeration(
              Collections.list(super.getHeaders(name)).stream().map(OfCaller::withoutFor).toList())
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream().filter(name -> !hidden(name)).toList());
    }
  }
}
