package org.tuguan.api.issuing;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.mail.Letter;
import org.tuguan.api.mail.Outbox;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Party;

/** What people are written about applications; in the transaction that it tells of. */
@Component
public class ApplicationLetters {
  private final JdbcAddressees addressees;
  private final Outbox outbox;
  private final String root;
  private final LocalText library;

  ApplicationLetters(
      JdbcAddressees addressees, Outbox outbox, TuguanProperties tuguan, Environment environment) {
    this.addressees = addressees;
    this.outbox = outbox;
    String outside = environment.getProperty("tuguan.accounts.public-url", "");
    this.root =
        outside.isEmpty()
            ? "http://127.0.0.1:" + environment.getProperty("tuguan.port", "8080")
            : outside.replaceFirst("/+$", "");
    this.library =
        new LocalText(tuguan.city().name().zh() + "圖館", tuguan.city().name().en() + " map library");
  }

  /** What the library is called, in letters and on papers. */
  public LocalText library() {
    return library;
  }

  /** The address under which people see an application; begins with that of this server. */
  public String address(Application application) {
    return root + "/applications.html#" + application.number();
  }

  /** Writes to those of a party about an application. */
  public void tell(Application about, Party party, LocalText subject, LocalText text) {
    Letter letter =
        new Letter(
            new LocalText(
                "%s：申請案 %s %s".formatted(library.zh(), about.number(), subject.zh()),
                "%s: application %s, %s".formatted(library.en(), about.number(), subject.en())),
            new LocalText("您好：\n" + text.zh(), text.en()),
            address(about));
    addressees.list(about, party).forEach(recipient -> outbox.send(recipient, letter));
  }

  void moved(Application before, Move move) {
    Letter letter = letter(before, move);
    Set<String> recipients = new TreeSet<>();
    for (Party party : move.to().told()) {
      recipients.addAll(addressees.list(before, party));
    }
    recipients.forEach(recipient -> outbox.send(recipient, letter));
  }

  private Letter letter(Application application, Move move) {
    LocalText state = move.to().title();
    return new Letter(
        new LocalText(
            "%s：申請案 %s %s".formatted(library.zh(), application.number(), state.zh()),
            "%s: application %s, %s".formatted(library.en(), application.number(), state.en())),
        new LocalText(
            "您好：\n申請案 %s 現為「%s」。%s"
                .formatted(application.number(), state.zh(), more(move, "\n理由：", "\n依據：", "\n期限：")),
            "Application %s is now: %s.%s"
                .formatted(
                    application.number(),
                    state.en(),
                    more(move, "\nReason: ", "\nLegal ground: ", "\nDeadline: "))),
        address(application));
  }

  private static String more(Move move, String reason, String ground, String due) {
    StringBuilder text = new StringBuilder();
    if (!move.reason().isBlank()) {
      text.append(reason).append(move.reason());
    }
    if (!move.legalGround().isBlank()) {
      text.append(ground).append(move.legalGround());
    }
    move.due().ifPresent(day -> text.append(due).append(day));
    return text.toString();
  }
}
