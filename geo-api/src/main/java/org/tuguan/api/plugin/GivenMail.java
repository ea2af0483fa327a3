package org.tuguan.api.plugin;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tuguan.api.mail.Letter;
import org.tuguan.api.mail.Outbox;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PluginMail;

/** Messages to accounts; their addresses stay with the server. */
@Component
class GivenMail implements PluginMail {
  private final Accounts accounts;
  private final Outbox outbox;
  private final String root;

  GivenMail(Accounts accounts, Outbox outbox, Environment environment) {
    this.accounts = accounts;
    this.outbox = outbox;
    String outside = environment.getProperty("tuguan.accounts.public-url", "");
    this.root =
        outside.isEmpty()
            ? "http://127.0.0.1:" + environment.getProperty("tuguan.port", "8080")
            : outside.replaceFirst("/+$", "");
  }

  @Override
  public boolean send(String account, LocalText subject, LocalText text, String link) {
    if (!link.isEmpty() && !link.startsWith("/")) {
      throw new IllegalArgumentException("a link that is no path of this server: " + link);
    }
    Optional<String> address =
        accounts.find(account).filter(Account::isActive).flatMap(Account::email);
    address.ifPresent(
        to -> outbox.send(to, new Letter(subject, text, link.isEmpty() ? "" : root + link)));
    return address.isPresent();
  }
}
