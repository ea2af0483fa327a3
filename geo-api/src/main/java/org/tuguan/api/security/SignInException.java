package org.tuguan.api.security;

import org.springframework.security.core.AuthenticationException;
import org.tuguan.core.LocalText;

/** Somebody was not let in; the text is for them. */
final class SignInException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  /** What may be done about it. */
  enum Reason {
    WRONG,
    LOCKED,
    CODE_NEEDED,
    CODE_WRONG,
    USE_A_KEY
  }

  private final Reason reason;

  SignInException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  LocalText text() {
    return switch (reason) {
      case WRONG -> new LocalText("帳號或密碼不正確", "Name or password is wrong");
      case LOCKED ->
          new LocalText(
              "錯誤次數過多，請稍後再試或重設密碼",
              "Too many wrong passwords; try again later, or ask for a new password");
      case CODE_NEEDED -> new LocalText("請輸入驗證碼", "Enter the code of your second factor");
      case CODE_WRONG -> new LocalText("驗證碼不正確或已使用過", "The code is wrong, or was used before");
      case USE_A_KEY ->
          new LocalText(
              "此帳號啟用了兩步驟驗證，程式請改用金鑰",
              "This account has a second factor; programs use a key instead");
    };
  }
}
