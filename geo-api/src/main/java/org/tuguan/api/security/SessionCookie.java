package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;
import org.tuguan.api.DatabaseState;

/**
 * The cookie of a session; what cannot be one of ours is not looked for. While the database is away
 * nobody has a session: what everybody may see is still given from memory, to them as to strangers.
 */
@Component
final class SessionCookie implements CookieSerializer {
  static final String NAME = "TUGUAN_SESSION";

  private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DatabaseState database;
  private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

  SessionCookie(DatabaseState database) {
    this.database = database;
    cookies.setCookieName(NAME);
    cookies.setSameSite("Lax");
    cookies.setUseHttpOnlyCookie(true);
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    cookies.writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    if (database.isAway()) {
      return List.of();
    }
    return cookies.readCookieValues(request).stream()
        .filter(value -> OURS.matcher(value).matches())
        .toList();
  }
}
