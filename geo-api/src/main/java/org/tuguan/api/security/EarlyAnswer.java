package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers some requests of those who say nothing of themselves, with what is open to all the world,
 * before it is looked at who they may be. Headers have been set and limits counted by then.
 */
public interface EarlyAnswer {
  /** False if the request must go the usual way; nothing has been written then. */
  boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
