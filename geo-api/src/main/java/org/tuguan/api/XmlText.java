package org.tuguan.api;

import java.io.StringWriter;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document element by element, in UTF-8; characters XML cannot hold are left out. */
public final class XmlText {
  private final Writer out = new StringWriter();
  private final XMLStreamWriter xml;

  public XmlText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document type declaration, as it stands in the document. */
  public XmlText docType(String declaration) {
    return write(() -> xml.writeDTD(declaration));
  }

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value; prefixes are part of the names
   */
  public XmlText open(String name, String... attributes) {
    return write(
        () -> {
          xml.writeStartElement(name);
          attributes(attributes);
        });
  }

  public XmlText close() {
    return write(xml::writeEndElement);
  }

  /** An element with text only. */
  public XmlText element(String name, String text, String... attributes) {
    open(name, attributes);
    write(() -> xml.writeCharacters(clean(text)));
    return close();
  }

  public XmlText empty(String name, String... attributes) {
    return write(
        () -> {
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** The document; everything must be closed. */
  public String end() {
    write(xml::writeEndDocument);
    write(xml::close);
    return out.toString();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  private static String clean(String text) {
    return text.codePoints()
        .filter(XmlText::allowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
