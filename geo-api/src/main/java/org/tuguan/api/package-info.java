/**
 * The program: starting, settings, security, and how faults become HTTP.
 *
 * <p>One package below this one for each service; controllers parse, call the core and answer, and
 * never call each other.
 */
package org.tuguan.api;
