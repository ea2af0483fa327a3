package org.tuguan.api.demo;

import java.util.List;

/** Numbers as street signs write them, and names that nobody takes for real. */
final class StreetNames {
  private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] PLACES = {"", "十", "百", "千", "萬"};

  private static final String FIRST = "春夏秋冬山海星月日雲風雨松竹梅蘭荷楓青白金玉天清";
  private static final String SECOND = "和平安康寧福樂樺林田園泉溪橋聲影光輝明德友文心願";
  private static final List<String> FIRST_EN =
      List.of(
          ("Chun Xia Qiu Dong Shan Hai Xing Yue Ri Yun Feng Yu "
                  + "Song Zhu Mei Lan He Feng Qing Bai Jin Yu Tian Qing")
              .split(" "));
  private static final List<String> SECOND_EN =
      List.of(
          ("he ping an kang ning fu le hua lin tian yuan quan "
                  + "xi qiao sheng ying guang hui ming de you wen xin yuan")
              .split(" "));

  private StreetNames() {}

  /** Of the n-th street: 模擬春和街, 模擬星橋街 and so on; after 576 of them 模擬春和二街. */
  static String zh(int street) {
    int round = street / pairs();
    String number = round == 0 ? "" : number(round + 1);
    return "模擬" + FIRST.charAt(first(street)) + SECOND.charAt(second(street)) + number + "街";
  }

  /** The same in English: Simulated Chunhe Street, Simulated Chunhe 2nd Street. */
  static String en(int street) {
    int round = street / pairs();
    String number = round == 0 ? "" : ordinal(round + 1) + " ";
    return "Simulated %s%s %sStreet"
        .formatted(FIRST_EN.get(first(street)), SECOND_EN.get(second(street)), number);
  }

  private static int pairs() {
    return FIRST.length() * SECOND.length();
  }

  private static int first(int street) {
    return street % FIRST.length();
  }

  /** Runs on each time the first characters are through, so that all pairs come up. */
  private static int second(int street) {
    return (street + street / FIRST.length()) % SECOND.length();
  }

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
