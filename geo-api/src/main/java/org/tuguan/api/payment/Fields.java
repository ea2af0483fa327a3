package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** What people write into forms about money; throws with the field and what is allowed. */
final class Fields {
  private static final int LONGEST = 500;
  private static final BigDecimal MOST = new BigDecimal(999_999_999);

  private Fields() {}

  /** Without blanks around it; empty for null. */
  static String text(String name, String value) {
    if (value == null) {
      return "";
    }
    if (value.length() > LONGEST || value.indexOf('\u0000') >= 0) {
      throw RequestException.invalid(name, value, LONGEST + " characters at most");
    }
    return value.strip();
  }

  static String needed(String name, String value) {
    String text = text(name, value);
    if (text.isEmpty()) {
      throw RequestException.missing(name);
    }
    return text;
  }

  static BigDecimal dollars(String name, BigDecimal value) {
    if (value == null) {
      throw RequestException.missing(name);
    }
    if (value.signum() <= 0
        || value.compareTo(MOST) > 0
        || value.stripTrailingZeros().scale() > 0) {
      throw RequestException.invalid(name, value.toString(), "expected whole NT$ above 0");
    }
    return value.setScale(0);
  }

  static LocalDate day(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw RequestException.invalid(name, value, "expected a day like 2026-12-31");
    }
  }

  static YearMonth month(String name, String value) {
    try {
      return YearMonth.parse(value);
    } catch (DateTimeException e) {
      throw RequestException.invalid(name, value, "expected a month like 2026-12");
    }
  }

  static String utf8(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA, name, new LocalText("須為 UTF-8", "expected UTF-8"));
    }
  }
}
