package org.tuguan.api.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.Indicators;

/** Those that are attached at the moment of asking. */
@Component
class LiveIndicators implements Indicators {
  private final ExtensionRegistry extensions;

  LiveIndicators(ExtensionRegistry extensions) {
    this.extensions = extensions;
  }

  @Override
  public List<Indicator> list() {
    return extensions.list(Indicator.class).stream()
        .sorted(Comparator.comparing(Indicator::name))
        .toList();
  }

  @Override
  public Optional<Indicator> find(String name) {
    return extensions.find(Indicator.class, name);
  }
}
