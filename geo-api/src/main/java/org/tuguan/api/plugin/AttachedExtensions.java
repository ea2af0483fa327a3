package org.tuguan.api.plugin;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tuguan.core.Extension;

/** What the plugins that are on bring, at this moment. Safe for any thread. */
@Component
public class AttachedExtensions implements Supplier<List<Extension>> {
  private volatile List<Extension> attached = List.of();

  @Override
  public List<Extension> get() {
    return attached;
  }

  void set(List<Extension> extensions) {
    attached = List.copyOf(extensions);
  }
}
