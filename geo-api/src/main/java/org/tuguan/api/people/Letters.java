package org.tuguan.api.people;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.mail.Letter;
import org.tuguan.api.mail.Outbox;
import org.tuguan.core.LocalText;

/**
 * Writes to people about their accounts, with links that lead to the portal. Joins the transaction
 * of this thread.
 */
@Component
class Letters {
  private final Outbox outbox;
  private final String root;
  private final LocalText library;

  Letters(
      Outbox outbox,
      AccountProperties properties,
      TuguanProperties tuguan,
      Environment environment) {
    this.outbox = outbox;
    this.root =
        properties.publicUrl().isEmpty()
            ? "http://127.0.0.1:" + environment.getProperty("tuguan.port", "8080")
            : properties.publicUrl().replaceFirst("/+$", "");
    this.library =
        new LocalText(tuguan.city().name().zh() + "圖館", tuguan.city().name().en() + " map library");
  }

  void confirm(String email, String token) {
    send(
        email,
        "請確認電子郵件",
        "confirm your e-mail address",
        "您以這個電子郵件申請了帳號。請開啟以下連結確認；確認後由承辦人員審核。若您沒有申請，不必理會本信。",
        "An account was asked for with this address. Open the link to confirm it; an officer then "
            + "looks at your request. If it was not you, ignore this message.",
        link("confirm", token));
  }

  void alreadyThere(String email) {
    send(
        email,
        "您已有帳號",
        "you have an account",
        "有人以這個電子郵件申請帳號，但您已經有帳號了。若忘記密碼，請在登入時選「忘記密碼」。",
        "An account was asked for with this address, but you have one already. If you forgot the "
            + "password, choose \"Forgot password\" where you sign in.",
        "");
  }

  void approved(String email) {
    send(
        email,
        "帳號已核准",
        "your account was approved",
        "您的帳號已核准，請以電子郵件與申請時的密碼登入。",
        "Your account was approved. Sign in with your e-mail address and the password that you chose.",
        root + "/");
  }

  void refused(String email, String reason) {
    send(
        email,
        "帳號申請未核准",
        "your request for an account",
        "您的帳號申請未核准。理由：" + reason,
        "Your request for an account was not approved. The reason: " + reason,
        "");
  }

  void invite(String email, String token) {
    send(
        email,
        "邀請您使用圖館",
        "you are invited",
        "已為您建立帳號。請開啟以下連結設定密碼。",
        "An account was made for you. Open the link to choose a password.",
        link("token", token));
  }

  void reset(String email, String token) {
    send(
        email,
        "重設密碼",
        "a new password",
        "有人要求重設您的密碼。請開啟以下連結設定新密碼；若不是您，不必理會本信，密碼不會改變。",
        "A new password was asked for. Open the link to choose one; if it was not you, ignore this "
            + "message and nothing changes.",
        link("token", token));
  }

  void passwordChanged(String email) {
    send(
        email,
        "密碼已變更",
        "your password was changed",
        "您的密碼剛才已變更，其他裝置上的登入已結束。若不是您，請立即重設密碼並通知管理者。",
        "Your password was changed a moment ago, and all other sessions have ended. If it was not "
            + "you, ask for a new one at once and tell an administrator.",
        "");
  }

  /** The token stands behind the #, so that it gets into no log. */
  private String link(String kind, String token) {
    return root + "/password.html#" + kind + "=" + token;
  }

  private void send(
      String email, String subjectZh, String subjectEn, String zh, String en, String link) {
    LocalText subject =
        new LocalText(library.zh() + "：" + subjectZh, library.en() + ": " + subjectEn);
    outbox.send(email, new Letter(subject, new LocalText(zh, en), link));
  }
}
