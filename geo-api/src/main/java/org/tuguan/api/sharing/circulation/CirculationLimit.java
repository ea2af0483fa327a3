package org.tuguan.api.sharing.circulation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tuguan.api.limits.AccessProperties;
import org.tuguan.api.limits.AddressLimits;
import org.tuguan.api.limits.Turnstile;
import org.tuguan.api.security.Callers;
import org.tuguan.api.sharing.SharingProperties;

/** Each question about the rate may count a year of use: the anonymous ask fewer than usual. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class CirculationLimit implements WebMvcConfigurer {
  private final AddressLimits limits;
  private final Turnstile turnstile;

  CirculationLimit(SharingProperties sharing, AccessProperties access, Turnstile turnstile) {
    this.limits = new AddressLimits(sharing.anonymousPerMinute(), access.proxies());
    this.turnstile = turnstile;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler)
                  throws IOException {
                return passes(request, response);
              }
            })
        .addPathPatterns(CirculationController.PATH, CirculationController.PATH + "/**");
  }

  private boolean passes(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return !Callers.current().isAnonymous()
        || turnstile.pass(
            request, response, request.getServletPath(), limits.take(request.getRemoteAddr()));
  }
}
