package org.tuguan.plugin.siteaudit;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.core.plugin.PortalPage;

/** The parts of the plugin. */
@Configuration
@ComponentScan
public class SiteAuditPlugin {
  @Bean
  PortalPage sitesPage() {
    return new PortalPage(
        "sites",
        new LocalText("網站稽核", "Site audit"),
        PortalPage.Place.NAVIGATION,
        "sites.html",
        Set.of(Role.OFFICER, Role.OWNER, Role.KPI, Role.ADMIN));
  }

  @Bean
  AuditLimits auditLimits(PluginSettings settings) {
    return AuditLimits.of(settings);
  }
}
