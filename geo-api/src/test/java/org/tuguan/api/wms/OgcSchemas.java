package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Checks documents against the OGC's own schemas and document types, taken from the class path. */
public final class OgcSchemas {
  private static final String PLACE = "http://schemas.opengis.net/";

  /** What the schemas of WMS and of OWS Common take from XLink. */
  private static final String XLINK =
      """
      <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xlink="http://www.w3.org/1999/xlink"
              targetNamespace="http://www.w3.org/1999/xlink">
        <attribute name="type" type="string" fixed="simple"/>
        <attribute name="href" type="anyURI"/>
        <attribute name="role" type="anyURI"/>
        <attribute name="arcrole" type="anyURI"/>
        <attribute name="title" type="string"/>
        <attribute name="show" type="string"/>
        <attribute name="actuate" type="string"/>
        <attributeGroup name="simpleAttrs">
          <attribute ref="xlink:type"/>
          <attribute ref="xlink:href"/>
          <attribute ref="xlink:role"/>
          <attribute ref="xlink:title"/>
        </attributeGroup>
      </schema>
      """;

  /** The one attribute that exception reports take from XML. */
  private static final String XML =
      """
      <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
        <attribute name="lang" type="language"/>
      </schema>
      """;

  private OgcSchemas() {}

  /** Fails with every error if the document does not fit the schemas at these addresses. */
  public static void validate(String document, String... addresses) throws Exception {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setResourceResolver((type, namespace, publicId, address, base) -> input(address, base));
    StreamSource[] sources = new StreamSource[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      sources[i] = new StreamSource(open(addresses[i]), addresses[i]);
    }
    Schema schema = factory.newSchema(sources);
    Validator validator = schema.newValidator();
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    List<String> errors = new ArrayList<>();
    validator.setErrorHandler(collect(errors));
    validator.validate(new StreamSource(new StringReader(document)));
    assertThat(errors).isEmpty();
  }

  /** Fails if the document does not fit the document type that it names. */
  static void validateDtd(String document) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    List<String> errors = new ArrayList<>();
    builder.setErrorHandler(collect(errors));
    builder.setEntityResolver(OgcSchemas::resolve);
    builder.parse(new InputSource(new StringReader(document)));
    assertThat(errors).isEmpty();
  }

  public static InputSource resolve(String publicId, String address) {
    InputSource source = new InputSource(open(address));
    source.setSystemId(address);
    return source;
  }

  private static InputStream open(String address) {
    assertThat(address).startsWith(PLACE);
    String path = "/ogc/" + address.substring(PLACE.length());
    InputStream stream = OgcSchemas.class.getResourceAsStream(path);
    assertThat(stream).describedAs(path).isNotNull();
    return stream;
  }

  private static LSInput input(String reference, String base) {
    String address = base == null ? reference : URI.create(base).resolve(reference).toString();
    try {
      LSInput input =
          ((DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
              .createLSInput();
      input.setSystemId(address);
      if (address.endsWith("/xlink.xsd") || address.endsWith("/xlinks.xsd")) {
        input.setStringData(XLINK);
      } else if (address.endsWith("/xml.xsd")) {
        input.setStringData(XML);
      } else {
        input.setByteStream(open(address));
      }
      return input;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ErrorHandler collect(List<String> errors) {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException e) {
        errors.add(e.toString());
      }

      @Override
      public void error(SAXParseException e) {
        errors.add(e.toString());
      }

      @Override
      public void fatalError(SAXParseException e) {
        errors.add(e.toString());
      }
    };
  }
}
