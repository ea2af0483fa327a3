package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.xml.SimpleNamespaceContext;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A client of the server under test. */
final class Wms {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Environment environment;

  Wms(Environment environment) {
    this.environment = environment;
  }

  String base() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  /** Asks with these parameters, which are encoded as they should be sent. */
  Reply get(String query) {
    return send(HttpRequest.newBuilder(URI.create(base() + "/wms?" + query)).build());
  }

  Reply fetch(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  Reply post(String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + "/wms"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private Reply send(HttpRequest request) {
    try {
      return new Reply(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Reply(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String mediaType() {
      return response.headers().firstValue("Content-Type").orElse("");
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    BufferedImage image() {
      try {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
        assertThat(image).describedAs(text()).isNotNull();
        return image;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Colour of a pixel as eight hexadecimal digits, opacity first. */
    String pixel(int x, int y) {
      return "%08X".formatted(image().getRGB(x, y));
    }

    /**
     * The value of an XPath expression, in which {@code wms}, {@code ogc}, {@code sld} and {@code
     * xlink} are known.
     */
    String xpath(String expression) {
      try {
        SimpleNamespaceContext names = new SimpleNamespaceContext();
        names.bindNamespaceUri("wms", "http://www.opengis.net/wms");
        names.bindNamespaceUri("ogc", "http://www.opengis.net/ogc");
        names.bindNamespaceUri("sld", "http://www.opengis.net/sld");
        names.bindNamespaceUri("xlink", "http://www.w3.org/1999/xlink");
        var xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(names);
        return xpath.evaluate(expression, document());
      } catch (Exception e) {
        throw new IllegalStateException(text(), e);
      }
    }

    Document document() throws Exception {
      var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
      builder.setEntityResolver(OgcSchemas::resolve);
      return builder.parse(new InputSource(new StringReader(text())));
    }
  }
}
