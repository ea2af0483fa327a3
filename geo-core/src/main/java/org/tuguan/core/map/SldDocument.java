package org.tuguan.core.map;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * Reads the text of a style document into a tree. Refuses document type declarations, and with them
 * entities of every kind; bounded in size, depth and number of elements.
 */
final class SldDocument {
  static final int LONGEST = 2_000_000;
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 50_000;

  private final XMLStreamReader reader;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;
  private SldElement root;

  /** An element whose end has not been read. */
  private static final class Open {
    final SldElement start;
    final List<SldElement> content = new ArrayList<>();
    final Map<String, Integer> seen = new HashMap<>();

    Open(SldElement start) {
      this.start = start;
    }
  }

  private SldDocument(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The root element. */
  static SldElement parse(String sld) {
    if (sld.length() > LONGEST) {
      throw new RequestException(
          Fault.TOO_LARGE,
          SldElement.PARAMETER,
          "%s is longer than %d characters".formatted(SldElement.PARAMETER, LONGEST));
    }
    try {
      XMLStreamReader reader = newFactory().createXMLStreamReader(new StringReader(sld));
      try {
        return new SldDocument(reader).readAll();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException broken) {
      throw new RequestException(
          Fault.INVALID_PARAMETER, SldElement.PARAMETER, describe(broken), broken);
    }
  }

  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static String describe(XMLStreamException broken) {
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
    String reason = String.valueOf(broken.getMessage()).replaceAll("(?s)^.*Message: ", "");
    return "%s, line %d: not well-formed XML: %s".formatted(SldElement.PARAMETER, line, reason);
  }

  private SldElement readAll() throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD ->
            throw fault("a document type declaration (DOCTYPE) is not allowed; remove it");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw fault("entities are not allowed; write the character itself");
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
        default -> {
          // comments, processing instructions
        }
      }
    }
    return root;
  }

  private void start() {
    if (open.size() >= DEEPEST) {
      throw fault("elements are nested deeper than " + DEEPEST);
    }
    if (++elements > MOST_ELEMENTS) {
      throw fault("more than " + MOST_ELEMENTS + " elements");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    String name = reader.getLocalName();
    open.push(
        new Open(new SldElement(name, namespace, attributes, List.of(), "", line(), path(name))));
  }

  private String path(String name) {
    if (open.isEmpty()) {
      return name;
    }
    Open parent = open.peek();
    int number = parent.seen.merge(name, 1, Integer::sum);
    return parent.start.path() + "/" + name + (number > 1 ? "[" + number + "]" : "");
  }

  private void end() {
    Open done = open.pop();
    SldElement start = done.start;
    SldElement whole =
        new SldElement(
            start.name(),
            start.namespace(),
            start.attributes(),
            List.copyOf(done.content),
            "",
            start.line(),
            start.path());
    if (open.isEmpty()) {
      root = whole;
    } else {
      open.peek().content.add(whole);
    }
  }

  private void text() {
    if (!open.isEmpty()) {
      Open parent = open.peek();
      parent.content.add(
          new SldElement(
              "", "", Map.of(), List.of(), reader.getText(), line(), parent.start.path()));
    }
  }

  private int line() {
    return reader.getLocation().getLineNumber();
  }

  private RequestException fault(String problem) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        SldElement.PARAMETER,
        "%s, line %d: %s".formatted(SldElement.PARAMETER, line(), problem));
  }
}
