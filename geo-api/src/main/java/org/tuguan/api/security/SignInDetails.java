package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What comes with a name and a password.
 *
 * @param code of the second factor, or one for recovery
 * @param interactive a person signs in for a session; otherwise a program sends both with each
 *     request
 */
record SignInDetails(String address, Optional<String> code, boolean interactive) {
  static SignInDetails form(HttpServletRequest request) {
    Optional<String> code =
        Optional.ofNullable(request.getParameter("code")).filter(text -> !text.isBlank());
    return new SignInDetails(request.getRemoteAddr(), code, true);
  }

  static SignInDetails basic(HttpServletRequest request) {
    return new SignInDetails(request.getRemoteAddr(), Optional.empty(), false);
  }
}
