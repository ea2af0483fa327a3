/**
 * What a plugin is, what it brings, and what the library gives to it. A plugin compiles against
 * this and the other packages of the core, and never against the server.
 *
 * <p>What is here changes compatibly; a recorded signature guards it.
 */
package org.tuguan.core.plugin;
