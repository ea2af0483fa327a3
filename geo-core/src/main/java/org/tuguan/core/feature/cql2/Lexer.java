package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.RequestException;

/** Cuts CQL2 text into words, numbers, strings and signs. */
final class Lexer {
  enum Kind {
    /** A keyword or an attribute. */
    WORD,
    /** An attribute in double quotes. */
    QUOTED,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  /**
   * @param text what it stands for, quotes and escapes resolved
   * @param start offset of its first character
   * @param end offset behind its last character
   */
  record Token(Kind kind, String text, int start, int end) {
    String place() {
      return "position " + (start + 1);
    }

    boolean sign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    String shown() {
      return kind == Kind.END ? "the end" : RequestException.quote(text);
    }
  }

  private final String input;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String input) {
    this.input = input;
  }

  /** Ends with a token of kind END. */
  static List<Token> tokens(String input) {
    Lexer lexer = new Lexer(input);
    while (lexer.skipSpace()) {
      lexer.tokens.add(lexer.next());
    }
    lexer.tokens.add(new Token(Kind.END, "", input.length(), input.length()));
    return lexer.tokens;
  }

  private boolean skipSpace() {
    while (at < input.length() && Character.isWhitespace(input.charAt(at))) {
      at++;
    }
    return at < input.length();
  }

  private Token next() {
    int first = input.codePointAt(at);
    if (first == '\'') {
      return quoted(Kind.STRING, '\'');
    }
    if (first == '"') {
      return quoted(Kind.QUOTED, '"');
    }
    if (digit(at) || first == '.' && digit(at + 1)) {
      return number();
    }
    if (startsWord(first)) {
      return word();
    }
    return sign();
  }

  private Token quoted(Kind kind, char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < input.length()) {
      char c = input.charAt(at);
      boolean last = c == quote && !follows(quote);
      if (last) {
        at++;
        return new Token(kind, text.toString(), start, at);
      }
      boolean escaped = c == quote || c == '\\' && follows(quote);
      text.append(escaped ? quote : c);
      at += escaped ? 2 : 1;
    }
    throw Problem.at("position " + (start + 1), "a quote that is never closed");
  }

  private boolean follows(char c) {
    return at + 1 < input.length() && input.charAt(at + 1) == c;
  }

  private Token number() {
    int start = at;
    skipDigits();
    if (at < input.length() && input.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    if (at < input.length() && (input.charAt(at) == 'e' || input.charAt(at) == 'E')) {
      int exponent = at++;
      if (at < input.length() && "+-".indexOf(input.charAt(at)) >= 0) {
        at++;
      }
      if (!digit(at)) {
        throw Problem.at("position " + (exponent + 1), "a number whose exponent has no digits");
      }
      skipDigits();
    }
    return new Token(Kind.NUMBER, input.substring(start, at), start, at);
  }

  private void skipDigits() {
    while (digit(at)) {
      at++;
    }
  }

  private boolean digit(int position) {
    return position < input.length()
        && input.charAt(position) >= '0'
        && input.charAt(position) <= '9';
  }

  private Token word() {
    int start = at;
    while (at < input.length() && continuesWord(input.codePointAt(at))) {
      at += Character.charCount(input.codePointAt(at));
    }
    return new Token(Kind.WORD, input.substring(start, at), start, at);
  }

  private static boolean startsWord(int c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  private static boolean continuesWord(int c) {
    return startsWord(c)
        || Character.isDigit(c)
        || c == '.'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private Token sign() {
    for (String sign :
        List.of("<=", ">=", "<>", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", ",")) {
      if (input.startsWith(sign, at)) {
        at += sign.length();
        return new Token(Kind.SIGN, sign, at - sign.length(), at);
      }
    }
    String found = RequestException.quote(Character.toString(input.codePointAt(at)));
    throw Problem.at("position " + (at + 1), "no filter contains " + found + " here");
  }
}
