package org.tuguan.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a connection hand 32 kB at a time to the operating system, not 8: tiles and pages of
 * features are larger than that, and each call costs as much as some hundred coordinates.
 */
@Configuration
@ConditionalOnWebApplication
class ConnectorBuffers {
  private static final int BYTES = 32 * 1024;

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> writeBuffers() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES)));
  }
}
