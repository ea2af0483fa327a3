package org.tuguan.core.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * An element of a style document, or a piece of text in one. Names are without prefixes: SLD 1.0,
 * SE 1.1, OGC filters and GML share few words, and those mean the same.
 *
 * @param name empty for text
 * @param namespace empty for text and for elements without one
 * @param attributes by name without prefix
 * @param content children in order, text between them included
 * @param text of a text node; empty for an element
 * @param line in the document, from 1
 * @param path names from the root to here, numbered where siblings share a name
 */
record SldElement(
    String name,
    String namespace,
    Map<String, String> attributes,
    List<SldElement> content,
    String text,
    int line,
    String path) {
  /** The parameter that style documents arrive in; all faults name it. */
  static final String PARAMETER = "SLD_BODY";

  boolean isText() {
    return name.isEmpty();
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  /** Children that are elements. */
  List<SldElement> children() {
    return content.stream().filter(each -> !each.isText()).toList();
  }

  List<SldElement> children(String wanted) {
    return content.stream().filter(each -> each.is(wanted)).toList();
  }

  /** The first child of this name. */
  Optional<SldElement> child(String wanted) {
    return content.stream().filter(each -> each.is(wanted)).findFirst();
  }

  /** The first child of this name; a fault if there is none. */
  SldElement getChild(String wanted) {
    return child(wanted).orElseThrow(() -> fault("<" + wanted + "> is missing"));
  }

  Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  /** All text directly in this element, trimmed; a fault if there are elements in it. */
  String plainText() {
    StringBuilder all = new StringBuilder();
    for (SldElement each : content) {
      if (!each.isText()) {
        throw each.fault("only text is allowed in <" + name + ">");
      }
      all.append(each.text);
    }
    return all.toString().strip();
  }

  /** The text of a child, trimmed. */
  Optional<String> childText(String wanted) {
    return child(wanted).map(SldElement::plainText);
  }

  double number() {
    try {
      double value = Double.parseDouble(plainText());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, as for infinities
    }
    throw fault("a number is expected, not " + RequestException.quote(plainText()));
  }

  /** A fault if a child is none of these: a misspelt element must not vanish silently. */
  void allowOnly(Set<String> names) {
    for (SldElement child : children()) {
      if (!names.contains(child.name)) {
        throw child.fault(
            "<%s> is not known in <%s>; allowed: %s"
                .formatted(child.name, name, String.join(", ", names.stream().sorted().toList())));
      }
    }
  }

  /** Name to text of the {@code VendorOption} children, in order. */
  Map<String, String> vendorOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    for (SldElement option : children("VendorOption")) {
      String key =
          option.attribute("name").orElseThrow(() -> option.fault("attribute name is missing"));
      options.put(key, option.plainText());
    }
    return options;
  }

  /** What is wrong here, with line and path. */
  RequestException fault(String problem) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        PARAMETER,
        "%s, line %d, %s: %s".formatted(PARAMETER, line, path, problem));
  }
}
