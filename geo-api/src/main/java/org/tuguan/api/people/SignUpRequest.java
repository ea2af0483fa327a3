package org.tuguan.api.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.ApplicantClass;

/**
 * Somebody from outside asks for an account.
 *
 * @param email becomes lower case
 * @param organisation empty for a natural person, whose own name stands then
 * @param applicantClass code of an {@link ApplicantClass}
 * @param purpose what the data are wanted for, for the officer who decides
 * @param language {@code zh-TW} or {@code en}
 */
record SignUpRequest(
    String email,
    String displayName,
    String organisation,
    String applicantClass,
    String purpose,
    String password,
    String language) {
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST = 200;
  private static final int LONGEST_PURPOSE = 2_000;

  SignUpRequest {
    email = requireEmail(email);
    displayName = text("display_name", displayName, LONGEST);
    if (ApplicantClass.find(applicantClass).isEmpty()) {
      throw refused("applicant_class", "請選擇身分類別", "choose what kind of applicant you are");
    }
    if (organisation == null || organisation.isBlank()) {
      organisation = displayName;
    }
    organisation = text("organisation", organisation, LONGEST);
    purpose = text("purpose", purpose, LONGEST_PURPOSE);
    language = "en".equals(language) ? "en" : "zh-TW";
  }

  /** In lower case. */
  static String requireEmail(String email) {
    if (email == null || email.length() > LONGEST || !EMAIL.matcher(email.strip()).matches()) {
      throw refused("email", "電子郵件格式不正確", "that is not an e-mail address");
    }
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static String text(String parameter, String value, int longest) {
    String plain = value == null ? "" : value.strip().replaceAll("\\p{Cntrl}+", " ");
    if (plain.isEmpty() || plain.length() > longest) {
      throw refused(
          parameter,
          "此欄必填，至多 " + longest + " 字",
          "needed, with at most " + longest + " characters");
    }
    return plain;
  }

  private static RequestException refused(String parameter, String zh, String en) {
    return new RequestException(Fault.INVALID_PARAMETER, parameter, new LocalText(zh, en));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SignUpRequest[" + applicantClass + "]";
  }
}
