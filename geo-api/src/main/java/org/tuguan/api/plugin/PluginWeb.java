package org.tuguan.api.plugin;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.FileSystemResource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web side of one plugin: a dispatcher of its own, so that nothing of the server keeps a hold
 * of its classes when it ends.
 *
 * @param endpoints by address
 */
record PluginWeb(
    DispatcherServlet servlet, HttpRequestHandler files, List<PluginEndpoint> endpoints) {
  private static final Duration FILES_KEPT = Duration.ofMinutes(5);

  /** Of the context of a plugin, which has been started. */
  static PluginWeb of(
      String id, GenericWebApplicationContext context, PluginCopy copy, JsonMapper json)
      throws Exception {
    RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    List<PluginEndpoint> endpoints = endpoints(id, mapping);
    List<HttpMessageConverter<?>> converters =
        List.of(
            new ByteArrayHttpMessageConverter(),
            new StringHttpMessageConverter(StandardCharsets.UTF_8),
            new ResourceHttpMessageConverter(),
            new JacksonJsonHttpMessageConverter(json));
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("pluginMapping", mapping);
    beans.registerSingleton("pluginAdapter", adapter(context, converters));
    beans.registerSingleton("pluginSignIn", new SignInFirst());
    beans.registerSingleton("pluginErrors", errors(context, converters));
    DispatcherServlet servlet = new DispatcherServlet(context);
    servlet.setPublishContext(false);
    servlet.setDispatchOptionsRequest(true);
    servlet.init(new Config("plugin-" + id, context.getServletContext()));
    return new PluginWeb(servlet, files(context, copy), endpoints);
  }

  private static List<PluginEndpoint> endpoints(String id, RequestMappingHandlerMapping mapping) {
    String root = PluginPaths.API + id;
    List<PluginEndpoint> endpoints = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              for (String path : info.getPatternValues()) {
                if (!path.equals(root) && !path.startsWith(root + "/")) {
                  throw new PluginException(
                      PluginFault.Stage.NAME,
                      "%s answers %s, which is not under %s"
                          .formatted(method.getBeanType().getName(), path, root));
                }
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(verb -> endpoints.add(PluginEndpoint.of(verb.name(), path, method)));
              }
            });
    endpoints.sort(Comparator.comparing(PluginEndpoint::path).thenComparing(PluginEndpoint::verb));
    return endpoints;
  }

  private static RequestMappingHandlerAdapter adapter(
      GenericWebApplicationContext context, List<HttpMessageConverter<?>> converters) {
    ConfigurableWebBindingInitializer binding = new ConfigurableWebBindingInitializer();
    binding.setConversionService(new DefaultFormattingConversionService());
    RequestMappingHandlerAdapter adapter = new RequestMappingHandlerAdapter();
    adapter.setApplicationContext(context);
    adapter.setBeanFactory(context.getBeanFactory());
    adapter.setMessageConverters(converters);
    adapter.setWebBindingInitializer(binding);
    adapter.afterPropertiesSet();
    return adapter;
  }

  private static ExceptionHandlerExceptionResolver errors(
      GenericWebApplicationContext context, List<HttpMessageConverter<?>> converters) {
    ExceptionHandlerExceptionResolver errors = new ExceptionHandlerExceptionResolver();
    errors.setApplicationContext(context);
    errors.setMessageConverters(converters);
    errors.setOrder(1);
    errors.afterPropertiesSet();
    return errors;
  }

  /** Leaves those who have to sign in to the security filters, which ask them to. */
  private static final class SignInFirst implements HandlerExceptionResolver, Ordered {
    @Override
    public int getOrder() {
      return 0;
    }

    @Override
    public ModelAndView resolveException(
        HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
      if (e instanceof AuthenticationException unknown) {
        throw unknown;
      }
      return null;
    }
  }

  private static HttpRequestHandler files(GenericWebApplicationContext context, PluginCopy copy)
      throws Exception {
    ResourceHttpRequestHandler files = new ResourceHttpRequestHandler();
    files.setLocations(List.of(new FileSystemResource(copy.portal().toString() + "/")));
    files.setCacheControl(CacheControl.maxAge(FILES_KEPT).cachePublic());
    files.setApplicationContext(context);
    files.setServletContext(context.getServletContext());
    files.afterPropertiesSet();
    return files;
  }

  /** What a servlet is told that no container knows of. */
  private record Config(String name, ServletContext context) implements ServletConfig {
    @Override
    public String getServletName() {
      return name;
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public String getInitParameter(String parameter) {
      return null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.emptyEnumeration();
    }
  }

  PluginWeb {
    endpoints = List.copyOf(endpoints);
  }
}
