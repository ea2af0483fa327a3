package org.tuguan.api.papers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintFonts;

/** Makes pages of the fonts of the system. */
@Configuration(proxyBeanMethods = false)
class PaperWiring {
  @Bean
  PdfPages pdfPages() {
    return new PdfPages(PrintFonts.ofSystem());
  }
}
