package org.tuguan.plugin.registers;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.PortalPage;

/** The parts of the plugin; its indicators are those of the registers' definitions. */
@Configuration
@ComponentScan
@Import(CountIndicators.class)
public class RegistersPlugin {
  @Bean
  Registers registers() {
    return Registers.shipped();
  }

  @Bean
  Holidays registersHolidays() {
    return Holidays.shipped();
  }

  @Bean
  PortalPage registersPage() {
    return new PortalPage(
        "registers",
        new LocalText("業務登記簿", "Case registers"),
        PortalPage.Place.NAVIGATION,
        "registers.html",
        Set.of(CaseRights.READERS));
  }

  @Bean
  PortalPage statusPage() {
    return new PortalPage(
        "status",
        new LocalText("案件查詢", "How a case stands"),
        PortalPage.Place.NAVIGATION,
        "status.html",
        Set.of());
  }
}
