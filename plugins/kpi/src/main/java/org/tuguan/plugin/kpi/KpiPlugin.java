package org.tuguan.plugin.kpi;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PortalPage;

/** The parts of the plugin. */
@Configuration
@ComponentScan
public class KpiPlugin {
  @Bean
  PortalPage scoreboardPage() {
    return new PortalPage(
        "scoreboard",
        new LocalText("績效指標", "Indicators"),
        PortalPage.Place.NAVIGATION,
        "scoreboard.html",
        Set.of());
  }
}
