package org.tuguan.core.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * A value that a process wants.
 *
 * @param name lower case, unique in its process
 * @param required false if the process can do without, or has a {@code fallback}
 * @param fallback taken if nothing is given, in the type's written form; empty for none
 * @param allowed what it may be, in the type's written form; empty for anything
 * @param least of numbers
 * @param most of numbers
 */
public record ProcessInput(
    String name,
    LocalText title,
    Type type,
    boolean required,
    Optional<String> fallback,
    List<String> allowed,
    Optional<BigDecimal> least,
    Optional<BigDecimal> most) {
  /** What an input is, and how it is written in JSON. */
  public enum Type {
    TEXT,
    /** A decimal. */
    NUMBER,
    /** A whole number. */
    INTEGER,
    /** true or false. */
    FLAG,
    /** A day, ISO 8601. */
    DATE,
    /** A GeoJSON geometry in CRS:84. */
    GEOMETRY,
    /** The name of a layer that the caller may query. */
    LAYER
  }

  public ProcessInput {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(type);
    Objects.requireNonNull(fallback);
    allowed = List.copyOf(allowed);
    Objects.requireNonNull(least);
    Objects.requireNonNull(most);
  }

  /** Must be given. */
  public static ProcessInput required(String name, Type type, LocalText title) {
    return new ProcessInput(
        name, title, type, true, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** May be left out. */
  public static ProcessInput optional(String name, Type type, LocalText title) {
    return new ProcessInput(
        name, title, type, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** May be left out; this is meant then. */
  public ProcessInput or(String value) {
    return new ProcessInput(name, title, type, false, Optional.of(value), allowed, least, most);
  }

  public ProcessInput oneOf(String... values) {
    return new ProcessInput(name, title, type, required, fallback, List.of(values), least, most);
  }

  public ProcessInput between(long lowest, long highest) {
    return new ProcessInput(
        name,
        title,
        type,
        required,
        fallback,
        allowed,
        Optional.of(BigDecimal.valueOf(lowest)),
        Optional.of(BigDecimal.valueOf(highest)));
  }
}
