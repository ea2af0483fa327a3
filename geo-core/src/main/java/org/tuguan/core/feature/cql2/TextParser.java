package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tuguan.core.feature.cql2.Lexer.Kind;
import org.tuguan.core.feature.cql2.Lexer.Token;

/**
 * Reads CQL2 text by recursive descent. From loose to tight: OR, AND, NOT, predicates, {@code + -},
 * {@code * / % div}, {@code ^}, sign.
 */
final class TextParser {
  /** Of nested brackets, calls and NOTs; the stack bears a multiple of it. */
  private static final int DEEPEST = 100;

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");

  private final String input;
  private final List<Token> tokens;
  private int at;
  private int depth;

  TextParser(String input) {
    this.input = input;
    this.tokens = Lexer.tokens(input);
  }

  Node parse() {
    Node node = any();
    if (peek().kind() != Kind.END) {
      throw unexpected("AND, OR or the end");
    }
    return node;
  }

  private Node any() {
    enter();
    Node node = chain("or", () -> chain("and", this::negation));
    depth--;
    return node;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw Problem.at(peek().place(), "nested deeper than " + DEEPEST + " levels");
    }
  }

  private interface Rule {
    Node read();
  }

  private Node chain(String op, Rule part) {
    String place = peek().place();
    List<Node> parts = new ArrayList<>();
    do {
      parts.add(part.read());
    } while (takeWord(op));
    return parts.size() == 1 ? parts.get(0) : new Node.Call(op, parts, place);
  }

  private Node negation() {
    Token token = peek();
    if (!takeWord("NOT")) {
      return predicate();
    }
    enter();
    Node negated = Node.Call.of("not", token.place(), negation());
    depth--;
    return negated;
  }

  private Node predicate() {
    Node left = sum();
    Token token = peek();
    if (token.kind() == Kind.SIGN && COMPARISONS.contains(token.text())) {
      at++;
      return Node.Call.of(token.text(), token.place(), left, sum());
    }
    if (takeWord("IS")) {
      boolean negated = takeWord("NOT");
      expectWord("NULL");
      return negated(negated, Node.Call.of("isnull", token.place(), left));
    }
    boolean negated = takeWord("NOT");
    if (takeWord("LIKE")) {
      return negated(negated, Node.Call.of("like", token.place(), left, primary()));
    }
    if (takeWord("BETWEEN")) {
      Node low = sum();
      expectWord("AND");
      return negated(negated, Node.Call.of("between", token.place(), left, low, sum()));
    }
    if (takeWord("IN")) {
      List<Node> args = new ArrayList<>(List.of(left));
      args.addAll(arguments());
      return negated(negated, new Node.Call("in", args, token.place()));
    }
    if (negated) {
      throw unexpected("LIKE, BETWEEN or IN");
    }
    return left;
  }

  private static Node negated(boolean negated, Node.Call call) {
    return negated ? Node.Call.of("not", call.place(), call) : call;
  }

  private Node sum() {
    return binary(Set.of("+", "-"), () -> binary(Set.of("*", "/", "%", "div"), this::power));
  }

  private Node binary(Set<String> signs, Rule part) {
    Node left = part.read();
    while (true) {
      Token token = peek();
      String op = token.text().toLowerCase(Locale.ROOT);
      boolean operator = token.kind() == Kind.SIGN || token.word("div");
      if (!operator || !signs.contains(op)) {
        return left;
      }
      at++;
      left = Node.Call.of(op, token.place(), left, part.read());
    }
  }

  private Node power() {
    Node base = signed();
    Token token = peek();
    return takeSign("^") ? Node.Call.of("^", token.place(), base, signed()) : base;
  }

  private Node signed() {
    Token token = peek();
    if (takeSign("+")) {
      return primary();
    }
    if (!takeSign("-")) {
      return primary();
    }
    Node operand = primary();
    if (operand instanceof Node.Literal literal && literal.value() instanceof Number number) {
      return new Node.Literal(Literals.negate(number), token.place());
    }
    return Node.Call.of("*", token.place(), new Node.Literal(-1L, token.place()), operand);
  }

  private Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case NUMBER:
        at++;
        return new Node.Literal(Literals.number(token.text(), token.place()), token.place());
      case STRING:
        at++;
        return new Node.Literal(Literals.text(token.text(), token.place()), token.place());
      case QUOTED:
        at++;
        return new Node.Property(token.text(), token.place());
      case WORD:
        return word(token);
      default:
        if (takeSign("(")) {
          Node node = any();
          expectSign(")");
          return node;
        }
        throw unexpected("an attribute, a value or '('");
    }
  }

  private Node word(Token token) {
    String upper = token.text().toUpperCase(Locale.ROOT);
    if (RESERVED.contains(upper)) {
      throw unexpected("an attribute, a value or '('");
    }
    if (upper.equals("TRUE") || upper.equals("FALSE")) {
      at++;
      return new Node.Literal(upper.equals("TRUE"), token.place());
    }
    Token next = tokens.get(at + 1);
    if (WktShape.starts(upper, next)) {
      return wkt(token);
    }
    at++;
    if (!next.sign("(")) {
      return new Node.Property(token.text(), token.place());
    }
    List<Node> args = arguments();
    return Literals.call(upper.toLowerCase(Locale.ROOT), args, token.place());
  }

  private Node wkt(Token start) {
    int end = WktShape.end(tokens, at);
    at = end + 1;
    return new Node.Shape(
        WktShape.read(input.substring(start.start(), tokens.get(end).end()), start.place()),
        start.place());
  }

  private List<Node> arguments() {
    expectSign("(");
    List<Node> args = new ArrayList<>();
    do {
      args.add(any());
    } while (takeSign(","));
    expectSign(")");
    return args;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean takeWord(String word) {
    boolean taken = peek().word(word);
    at += taken ? 1 : 0;
    return taken;
  }

  private boolean takeSign(String sign) {
    boolean taken = peek().sign(sign);
    at += taken ? 1 : 0;
    return taken;
  }

  private void expectWord(String word) {
    if (!takeWord(word)) {
      throw unexpected(word);
    }
  }

  private void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private RuntimeException unexpected(String expected) {
    return Problem.expected(peek().place(), expected, peek().shown());
  }
}
