package org.tuguan.api.papers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintedDocument;

/** Hands out documents of the city as PDF. */
@Component
public class Papers {
  private final PdfPages pages;
  private final LocalText city;

  Papers(PdfPages pages, TuguanProperties properties) {
    this.pages = pages;
    this.city =
        new LocalText(
            properties.city().name().zh() + "政府", properties.city().name().en() + " Government");
  }

  /** Whose documents they are, where no agency's. */
  public LocalText city() {
    return city;
  }

  /** A file that browsers show; nobody keeps it on the way. */
  public ResponseEntity<byte[]> answer(PrintedDocument document, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(name + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pages.pdf(document));
  }

  /** Begin of the day in Asia/Taipei, for what is dated by day. */
  static Instant begin(LocalDate day) {
    return day.atStartOfDay(TuguanApplication.ZONE).toInstant();
  }

  /**
   * @param amount whole NT$
   */
  static String dollars(BigDecimal amount) {
    return "NT$" + String.format(Locale.ROOT, "%,d", amount.toBigIntegerExact());
  }

  static String plain(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,d", amount.toBigIntegerExact());
  }

  /** How an amount was reckoned, as a quote has it, with the way of rounding in words. */
  static String calculation(String calc) {
    return calc.replace("half_up(", "四捨五入(")
        .replace("floor(", "無條件捨去(")
        .replace("ceiling(", "無條件進位(")
        .replace(" x ", " × ");
  }
}
