package org.tuguan.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tuguan.api.DatabaseState;

class SessionCookieTest {
  private final DatabaseState database = new DatabaseState();
  private final SessionCookie cookie = new SessionCookie(database);

  @Test
  void sessionIsNotLookedForWhileTheDatabaseIsAway() {
    String id = UUID.randomUUID().toString();
    assertThat(cookie.readCookieValues(with(id))).containsExactly(id);

    database.failed(wrapped("57P01"));
    assertThat(cookie.readCookieValues(with(id))).isEmpty();

    database.connected();
    assertThat(cookie.readCookieValues(with(id))).containsExactly(id);
  }

  @Test
  void faultOfAStatementDoesNotMeanThatTheDatabaseIsAway() {
    database.failed(wrapped("42P01"));
    assertThat(database.isAway()).isFalse();
  }

  @Test
  void whatCannotBeASessionIsNotLookedFor() {
    assertThat(cookie.readCookieValues(with("' OR 1=1 --"))).isEmpty();
  }

  private static RuntimeException wrapped(String state) {
    return new UncategorizedSQLException("look", "SELECT 1", new SQLException("gone", state));
  }

  private static MockHttpServletRequest with(String id) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(
        new Cookie(
            SessionCookie.NAME,
            Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8))));
    return request;
  }
}
