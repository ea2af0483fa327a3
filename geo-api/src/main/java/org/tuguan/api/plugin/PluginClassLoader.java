package org.tuguan.api.plugin;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes of one plugin: the server's libraries first, then its own. The server's own classes
 * are hidden, so that nothing can be built on them.
 */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String HIDDEN = "org.tuguan.api.";

  PluginClassLoader(String id, URL[] urls, ClassLoader server) {
    super("plugin-" + id, urls, server);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(HIDDEN)) {
      throw new ClassNotFoundException(name + " (of the server, which plugins do not see)");
    }
    return super.loadClass(name, resolve);
  }
}
