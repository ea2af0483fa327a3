package org.tuguan.plugin.projects;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;

/** Projects as a layer of the library: where they are and how they go. */
@Component
class ProjectsLayer {
  private static final String NAME = "projects-cases";

  private final PluginLayers layers;

  ProjectsLayer(PluginLayers layers) {
    this.layers = layers;
  }

  void publish(boolean synthetic) {
    layers.publish(
        new PluginLayer(
            NAME,
            "project_map",
            "id",
            "location",
            new LocalText("列管標案", "Controlled projects"),
            Optional.empty(),
            Optional.empty(),
            PluginLayer.Opening.CITY,
            synthetic,
            Optional.of(ProjectsStyle.SLD)));
  }

  /** After any change: the layer is a view. */
  void changed() {
    if (layers.whole().findLayer(NAME).isPresent()) {
      layers.changed(NAME);
    } else {
      publish(false);
    }
  }
}
