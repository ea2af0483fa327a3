package org.tuguan.plugin.registers;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;

/** Cases that lie somewhere, as layers of the library: each one, and how many in each 500 m. */
@Component
class CaseLayers {
  static final String POINTS = "registers-cases";
  static final String HEAT = "registers-density";

  private final PluginLayers layers;

  CaseLayers(PluginLayers layers) {
    this.layers = layers;
  }

  void publish(boolean synthetic) {
    layers.publish(
        layer(
            POINTS,
            "case_map",
            "location",
            new LocalText("登記案件", "Cases of registers"),
            synthetic));
    layers.publish(
        layer(
            HEAT,
            "case_heat",
            "cell",
            new LocalText("登記案件密度（500 公尺）", "Cases by 500 m"),
            synthetic));
  }

  private static PluginLayer layer(
      String name, String table, String geometry, LocalText title, boolean synthetic) {
    return new PluginLayer(
        name,
        table,
        "id",
        geometry,
        title,
        Optional.empty(),
        Optional.empty(),
        name.equals(HEAT) ? PluginLayer.Opening.CITY : PluginLayer.Opening.RESTRICTED,
        synthetic,
        Optional.of(name.equals(HEAT) ? CaseStyles.HEAT : CaseStyles.POINTS));
  }

  /** After a change of a case: the layers are views. */
  void changed(Register register) {
    if (!register.hasLocation()) {
      return;
    }
    if (layers.whole().findLayer(POINTS).isEmpty()) {
      publish(false);
    } else {
      layers.changed(POINTS);
      layers.changed(HEAT);
    }
  }
}
