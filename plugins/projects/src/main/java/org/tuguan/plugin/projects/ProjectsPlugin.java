package org.tuguan.plugin.projects;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PortalPage;

/** The parts of the plugin. */
@Configuration
@ComponentScan
public class ProjectsPlugin {
  @Bean
  PortalPage projectsPage() {
    return new PortalPage(
        "projects",
        new LocalText("標案管考", "Projects"),
        PortalPage.Place.NAVIGATION,
        "projects.html",
        Set.of(ProjectsController.READERS));
  }
}
