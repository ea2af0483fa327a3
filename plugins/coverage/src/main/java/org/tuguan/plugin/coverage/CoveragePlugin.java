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
  /** A page of its own, to which the links of plans lead. */
  @Bean
  PortalPage coveragePage() {
    return new PortalPage(
        "page",
        new LocalText("無線涵蓋", "Wireless coverage"),
        PortalPage.Place.NAVIGATION,
        "coverage.html",
        Set.of());
  }

  @Bean
  PortalPage coveragePanel() {
    return new PortalPage(
        "panel",
        new LocalText("無線涵蓋", "Wireless coverage"),
        PortalPage.Place.MAP,
        "panel.js",
        Set.of());
  }
}
