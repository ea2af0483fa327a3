package org.tuguan.api.demo;

/** Numbers as street signs write them, and names that nobody takes for real. */
final class StreetNames {
  private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] PLACES = {"", "十", "百", "千", "萬"};

  private StreetNames() {}

  /** 12 is 十二, 20 is 二十, 105 is 一百零五; from 1 to 99,999. */
  static String number(int value) {
    String digits = Integer.toString(value);
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        gap = true;
        continue;
      }
      if (gap) {
        text.append('零');
        gap = false;
      }
      text.append(DIGITS[digit]).append(PLACES[digits.length() - 1 - i]);
    }
    return value >= 10 && value < 20 ? text.substring(1) : text.toString();
  }

  /** 1st, 2nd, 3rd, 11th. */
  static String ordinal(int value) {
    int tens = value % 100;
    if (tens >= 11 && tens <= 13) {
      return value + "th";
    }
    return switch (value % 10) {
      case 1 -> value + "st";
      case 2 -> value + "nd";
      case 3 -> value + "rd";
      default -> value + "th";
    };
  }
}
