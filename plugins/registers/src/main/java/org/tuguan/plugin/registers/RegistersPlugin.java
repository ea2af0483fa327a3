package org.tuguan.plugin.registers;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.PortalPage;

/** The parts of the plugin. */
@Configuration
@ComponentScan
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

  @Bean
  Indicator researchAdoption(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-research-adoption", registers, counts);
  }

  @Bean
  Indicator overseasReports(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-overseas-reports", registers, counts);
  }

  @Bean
  Indicator surveySatisfaction(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-survey-satisfaction", registers, counts);
  }

  @Bean
  Indicator instructionsReleased(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-instructions-released", registers, counts);
  }

  @Bean
  Indicator practicesAdopted(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-practices-adopted", registers, counts);
  }

  @Bean
  Indicator petitionsInTime(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-petitions-in-time", registers, counts);
  }

  @Bean
  Indicator competitions(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-competitions", registers, counts);
  }

  @Bean
  Indicator smartCityDocuments(Registers registers, JdbcCounts counts) {
    return CountIndicator.of("registers-smart-city-documents", registers, counts);
  }
}
