package org.tuguan.core;

import java.util.Objects;
import java.util.Optional;

/**
 * A request that cannot be answered as it was asked; never a fault of the program.
 *
 * <p>The message is shown to the person who asked: it says what was wrong and what is allowed, and
 * never quotes more than a short piece of the input.
 */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  private final Fault fault;
  private final String parameter;
  private final String zh;
  private final transient Place place;

  /**
   * Where in a document.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {}

  /**
   * @param parameter name of the parameter at fault in the spelling of the protocol's table, or
   *     empty
   */
  public RequestException(Fault fault, String parameter, String message) {
    this(fault, parameter, message, null);
  }

  public RequestException(Fault fault, String parameter, String message, Throwable cause) {
    this(fault, parameter, LocalText.same(message), cause);
  }

  /** For what people meet in the portal and the shell, where they read either language. */
  public RequestException(Fault fault, String parameter, LocalText message) {
    this(fault, parameter, message, null);
  }

  public RequestException(Fault fault, String parameter, LocalText message, Throwable cause) {
    this(fault, parameter, message, cause, null);
  }

  private RequestException(
      Fault fault, String parameter, LocalText message, Throwable cause, Place place) {
    super(message.en(), cause);
    this.fault = Objects.requireNonNull(fault);
    this.parameter = Objects.requireNonNull(parameter);
    this.zh = message.zh();
    this.place = place;
  }

  /**
   * For what is wrong inside a document.
   *
   * @param field path of the field at fault
   */
  public static RequestException at(Place place, String field, LocalText message) {
    return new RequestException(Fault.UNREADABLE_DATA, field, message, null, place);
  }

  public static RequestException missing(String parameter) {
    return new RequestException(
        Fault.MISSING_PARAMETER,
        parameter,
        new LocalText("缺少參數 " + parameter, "parameter " + parameter + " is missing"));
  }

  public static RequestException invalid(String parameter, String value, String allowed) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        parameter,
        "%s=%s: %s".formatted(parameter, quote(value), allowed));
  }

  /** For what people meet in the portal, where they read either language. */
  public static RequestException invalid(String parameter, String value, LocalText allowed) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        parameter,
        new LocalText(
            "%s=%s：%s".formatted(parameter, quote(value), allowed.zh()),
            "%s=%s: %s".formatted(parameter, quote(value), allowed.en())));
  }

  public static RequestException unknownLayer(String parameter, String layer) {
    return new RequestException(
        Fault.UNKNOWN_LAYER,
        parameter,
        new LocalText("沒有圖層 " + quote(layer), "there is no layer " + quote(layer)));
  }

  /** The value shortened, control characters made visible, for a message or a log line. */
  public static String quote(String value) {
    String clean = value.replaceAll("\\p{Cntrl}", "\uFFFD");
    return clean.length() <= LONGEST_QUOTE
        ? "'" + clean + "'"
        : "'" + clean.substring(0, LONGEST_QUOTE) + "…'";
  }

  public Fault fault() {
    return fault;
  }

  public String parameter() {
    return parameter;
  }

  /** Where in the document; empty if it is not about one. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** The message; the English one twice where nobody has translated it. */
  public LocalText text() {
    return new LocalText(zh, getMessage());
  }
}
