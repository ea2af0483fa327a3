package org.tuguan.plugin.coverage;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PortalPage;

/** The beans of the plugin. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CoveragePlugin {
  @Bean
  PortalPage coveragePanel() {
    return new PortalPage(
        "coverage",
        new LocalText("無線涵蓋", "Wireless coverage"),
        PortalPage.Place.MAP,
        "panel.js",
        Set.of());
  }
}
