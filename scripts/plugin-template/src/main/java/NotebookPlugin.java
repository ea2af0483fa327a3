package org.tuguan.plugin.@id@;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PortalPage;

/** Where the plugin's context starts; the other parts are found in this package. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class NotebookPlugin {
  @Bean
  PortalPage notes() {
    return new PortalPage(
        "notes",
        new LocalText("筆記", "Notes"),
        PortalPage.Place.NAVIGATION,
        "notes.html",
        Set.of());
  }
}
