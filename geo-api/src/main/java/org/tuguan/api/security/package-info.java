/**
 * Who makes a request: signing in with a password, a second factor or an OpenID provider, sessions
 * that all nodes share, and what keeps guessers out. {@link org.tuguan.api.security.Callers} tells
 * the rest of the program.
 */
package org.tuguan.api.security;
