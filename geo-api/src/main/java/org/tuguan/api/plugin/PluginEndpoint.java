package org.tuguan.api.plugin;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an endpoint of a plugin is asked, in words that keep no class of the plugin.
 *
 * @param verb of HTTP
 * @param operation name of the method that answers
 * @param status of a good answer
 * @param body the document that it takes
 */
record PluginEndpoint(
    String verb, String path, String operation, int status, List<Input> inputs, Body body) {
  private static final int OK = 200;

  PluginEndpoint {
    Objects.requireNonNull(verb);
    Objects.requireNonNull(path);
    Objects.requireNonNull(body);
    inputs = List.copyOf(inputs);
  }

  /** Where an input stands. */
  enum Place {
    PATH,
    QUERY,
    /** A part of a form with files. */
    FILE
  }

  /** What the document of a request is. */
  enum Body {
    NONE,
    JSON,
    /** Characters of any media type. */
    TEXT,
    /** Bytes of any media type. */
    BINARY;

    private static Body of(Class<?> type) {
      if (type == String.class) {
        return TEXT;
      }
      boolean bytes =
          type == byte[].class
              || InputStream.class.isAssignableFrom(type)
              || Resource.class.isAssignableFrom(type);
      return bytes ? BINARY : JSON;
    }
  }

  /**
   * @param type of JSON Schema; an object takes every parameter that has no name here
   * @param format of JSON Schema, or empty
   * @param many whether it may be given several times
   */
  record Input(
      String name, Place place, boolean required, String type, String format, boolean many) {}

  static PluginEndpoint of(String verb, String path, HandlerMethod method) {
    List<Input> inputs = new ArrayList<>();
    Body body = Body.NONE;
    for (MethodParameter each : method.getMethodParameters()) {
      each.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      input(each).ifPresent(inputs::add);
      if (each.hasParameterAnnotation(RequestBody.class)) {
        body = Body.of(each.getParameterType());
      }
    }
    ResponseStatus said =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ResponseStatus.class);
    return new PluginEndpoint(
        verb,
        path,
        method.getMethod().getName(),
        said == null ? OK : said.code().value(),
        inputs,
        body);
  }

  private static Optional<Input> input(MethodParameter parameter) {
    PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
    if (inPath != null) {
      return Optional.of(input(parameter, name(inPath.name(), inPath.value(), parameter), true));
    }
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked == null) {
      return Optional.empty();
    }
    boolean required =
        asked.required()
            && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
            && parameter.getParameterType() != Optional.class
            && !Map.class.isAssignableFrom(parameter.getParameterType());
    return Optional.of(input(parameter, name(asked.name(), asked.value(), parameter), required));
  }

  private static String name(String name, String value, MethodParameter parameter) {
    return Stream.of(name, value, parameter.getParameterName())
        .filter(each -> each != null && !each.isEmpty())
        .findFirst()
        .orElse("value");
  }

  private static Input input(MethodParameter parameter, String name, boolean required) {
    boolean many = Collection.class.isAssignableFrom(parameter.getParameterType());
    Class<?> type =
        many || parameter.getParameterType() == Optional.class
            ? parameter.nested().getNestedParameterType()
            : parameter.getParameterType();
    Place place =
        parameter.hasParameterAnnotation(PathVariable.class)
            ? Place.PATH
            : type == MultipartFile.class ? Place.FILE : Place.QUERY;
    return new Input(name, place, required, type(type), format(type), many);
  }

  private static String type(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return "object";
    }
    if (Stream.of(int.class, Integer.class, long.class, Long.class).anyMatch(type::equals)) {
      return "integer";
    }
    if (Stream.of(double.class, Double.class, BigDecimal.class).anyMatch(type::equals)) {
      return "number";
    }
    return type == boolean.class || type == Boolean.class ? "boolean" : "string";
  }

  private static String format(Class<?> type) {
    if (type == MultipartFile.class) {
      return "binary";
    }
    return type == LocalDate.class ? "date" : "";
  }

  /** {@code GET /api/v1/notebook}. */
  String line() {
    return verb + " " + path;
  }
}
