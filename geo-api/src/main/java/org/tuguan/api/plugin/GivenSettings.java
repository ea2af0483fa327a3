package org.tuguan.api.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.tuguan.core.plugin.PluginSettings;

/** The server's settings below {@code tuguan.plugins.{id}}. */
final class GivenSettings implements PluginSettings {
  private final String prefix;
  private final Environment environment;

  GivenSettings(String id, Environment environment) {
    this.prefix = "tuguan.plugins." + id + ".";
    this.environment = environment;
  }

  @Override
  public Optional<String> text(String key) {
    return find(key, Bindable.of(String.class)).filter(value -> !value.isBlank());
  }

  @Override
  public int number(String key, int otherwise) {
    return find(key, Bindable.of(Integer.class)).orElse(otherwise);
  }

  @Override
  public boolean flag(String key, boolean otherwise) {
    return find(key, Bindable.of(Boolean.class)).orElse(otherwise);
  }

  @Override
  public Duration time(String key, Duration otherwise) {
    return find(key, Bindable.of(Duration.class)).orElse(otherwise);
  }

  @Override
  public List<String> list(String key) {
    return find(key, Bindable.listOf(String.class)).orElse(List.of());
  }

  private <T> Optional<T> find(String key, Bindable<T> type) {
    try {
      return Optional.ofNullable(Binder.get(environment).bind(prefix + key, type).orElse(null));
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "the setting %s%s cannot be understood".formatted(prefix, key), e);
    }
  }
}
