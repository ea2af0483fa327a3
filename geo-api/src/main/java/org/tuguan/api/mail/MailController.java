package org.tuguan.api.mail;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/mail}: what went out or is kept, for administrators. */
@RestController
class MailController {
  private static final int PAGE = 100;

  private final JdbcMail mail;
  private final Outbox outbox;

  MailController(JdbcMail mail, Outbox outbox) {
    this.mail = mail;
    this.outbox = outbox;
  }

  /**
   * @param sendable false if there is no mail server and messages are only kept
   */
  record Messages(boolean sendable, List<JdbcMail.Message> messages) {}

  @GetMapping("/api/v1/mail")
  Messages list() {
    return new Messages(outbox.isSendable(), mail.list(PAGE));
  }
}
