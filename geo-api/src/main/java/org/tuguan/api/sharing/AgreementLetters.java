package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.mail.Letter;
import org.tuguan.api.mail.Outbox;
import org.tuguan.core.LocalText;
import org.tuguan.core.sharing.AgreementState;

/** What people are written about sharing; in the transaction that it tells of. */
@Component
class AgreementLetters {
  private final JdbcSides sides;
  private final Outbox outbox;
  private final String root;
  private final LocalText library;

  AgreementLetters(
      JdbcSides sides, Outbox outbox, TuguanProperties tuguan, Environment environment) {
    this.sides = sides;
    this.outbox = outbox;
    String outside = environment.getProperty("tuguan.accounts.public-url", "");
    this.root =
        outside.isEmpty()
            ? "http://127.0.0.1:" + environment.getProperty("tuguan.port", "8080")
            : outside.replaceFirst("/+$", "");
    this.library =
        new LocalText(tuguan.city().name().zh() + "圖館", tuguan.city().name().en() + " map library");
  }

  /** To both sides and the officers: where it has come to. */
  void moved(Agreement agreement, String reason) {
    LocalText state = agreement.state().title();
    LocalDate until = agreement.terms().until();
    boolean expiring = agreement.state() == AgreementState.EXPIRING;
    String zh =
        "您好：\n共用協議 %s 現為「%s」，期間至 %s。".formatted(agreement.number(), state.zh(), until)
            + (expiring ? "\n屆滿後權限、金鑰與連結即失效；如需延續請洽簽新協議。" : "")
            + (reason.isBlank() ? "" : "\n理由：" + reason);
    String en =
        "Sharing agreement %s is now: %s. Its last day is %s."
                .formatted(agreement.number(), state.en(), until)
            + (expiring ? "\nAfter that its rights, keys and links end; agree anew to go on." : "")
            + (reason.isBlank() ? "" : "\nReason: " + reason);
    LocalText subject =
        new LocalText(
            "共用協議 %s %s".formatted(agreement.number(), state.zh()),
            "sharing agreement %s, %s".formatted(agreement.number(), state.en()));
    List<String> agencies =
        Stream.concat(
                Stream.of(agreement.sides().agency()), agreement.sides().withAgency().stream())
            .toList();
    send(
        sides.listAddresses(agencies, agreement.sides().withPartner(), true),
        subject,
        new LocalText(zh, en),
        "#" + agreement.number());
  }

  /** To the owner of a layer that somebody asks for. */
  void asked(LayerRequest request, boolean late) {
    send(
        sides.listAddresses(List.of(request.owner()), Optional.empty(), true),
        new LocalText(
            (late ? "提醒：" : "") + "圖層共用請求 " + request.number(),
            (late ? "reminder: " : "") + "request for a layer " + request.number()),
        new LocalText(
            "您好：\n有單位請求共用圖層「%s」，用途：%s。\n請於 %s 前答復。"
                .formatted(request.title(), request.purpose(), request.due()),
            "Somebody asks for the layer %s, for: %s.\nPlease answer by %s."
                .formatted(request.layer(), request.purpose(), request.due())),
        "#requests");
  }

  /** To those who asked. */
  void answered(LayerRequest request) {
    LocalText state = request.state().title();
    send(
        sides.listAddresses(request.fromAgency().stream().toList(), request.fromPartner(), false),
        new LocalText(
            "圖層共用請求 %s %s".formatted(request.number(), state.zh()),
            "request %s, %s".formatted(request.number(), state.en())),
        new LocalText(
            "您好：\n您對圖層「%s」的請求現為「%s」。%s".formatted(request.title(), state.zh(), request.reason()),
            "Your request for the layer %s is now: %s. %s"
                .formatted(request.layer(), state.en(), request.reason())),
        "#requests");
  }

  private void send(List<String> recipients, LocalText subject, LocalText text, String anchor) {
    Letter letter =
        new Letter(
            new LocalText(library.zh() + "：" + subject.zh(), library.en() + ": " + subject.en()),
            text,
            root + "/sharing.html" + anchor);
    recipients.forEach(recipient -> outbox.send(recipient, letter));
  }
}
