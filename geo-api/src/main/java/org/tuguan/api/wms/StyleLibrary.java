package org.tuguan.api.wms;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Collects the styles of layers in one style document: a {@code NamedLayer} for each layer, a
 * {@code UserStyle} under its catalog name for each style.
 */
final class StyleLibrary {
  private static final String SLD = "http://www.opengis.net/sld";
  private static final String SE = "http://www.opengis.net/se";

  private final DocumentBuilder builder = newBuilder();
  private final Document library = builder.newDocument();

  private StyleLibrary() {}

  static String write(List<Layer> layers) {
    return new StyleLibrary().collect(layers);
  }

  private String collect(List<Layer> layers) {
    Element root = library.createElementNS(SLD, "sld:StyledLayerDescriptor");
    root.setAttribute("version", "1.0.0");
    library.appendChild(root);
    for (Layer layer : layers) {
      Element named = append(root, SLD, "sld:NamedLayer");
      append(named, SLD, "sld:Name").setTextContent(layer.name());
      layer.styles().forEach(style -> addStyles(named, style, root));
    }
    return serialize();
  }

  private void addStyles(Element named, StyleInfo info, Element root) {
    Document document = parse(info);
    if (document.getDocumentElement().getAttribute("version").startsWith("1.1")) {
      root.setAttribute("version", "1.1.0");
    }
    NodeList styles = document.getElementsByTagNameNS("*", "UserStyle");
    for (int i = 0; i < styles.getLength(); i++) {
      Element style = (Element) library.importNode(styles.item(i), true);
      rename(style, info.name());
      named.appendChild(style);
    }
  }

  private void rename(Element style, String name) {
    for (Node child = style.getFirstChild(); child != null; child = child.getNextSibling()) {
      if ("Name".equals(child.getLocalName())) {
        child.setTextContent(name);
        return;
      }
    }
    boolean encoding = style.getElementsByTagNameNS(SE, "FeatureTypeStyle").getLength() > 0;
    Element added = library.createElementNS(encoding ? SE : SLD, encoding ? "se:Name" : "sld:Name");
    added.setTextContent(name);
    style.insertBefore(added, style.getFirstChild());
  }

  private Element append(Element parent, String namespace, String name) {
    Element child = library.createElementNS(namespace, name);
    parent.appendChild(child);
    return child;
  }

  private Document parse(StyleInfo info) {
    try {
      return builder.parse(new InputSource(new StringReader(info.sld())));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("style " + info.name() + " of the catalog is broken", e);
    }
  }

  private String serialize() {
    TransformerFactory factory = TransformerFactory.newDefaultInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    StringWriter out = new StringWriter();
    try {
      factory.newTransformer().transform(new DOMSource(library), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private static DocumentBuilder newBuilder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
