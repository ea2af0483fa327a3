package org.tuguan.api.plugin;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.analysis.Indicators;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginFiles;
import org.tuguan.core.plugin.PluginManifest;
import org.tuguan.core.plugin.PluginUsage;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.sharing.UsedOperation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/** What every plugin finds in its context. */
@Component
class PluginGifts {
  private final ApplicationContext server;
  private final JdbcGifts database;
  private final GivenCallers callers;
  private final GivenPeople people;
  private final GivenMail mail;
  private final LayerGifts layers;

  PluginGifts(
      ApplicationContext server,
      JdbcGifts database,
      GivenCallers callers,
      GivenPeople people,
      GivenMail mail,
      LayerGifts layers) {
    this.server = server;
    this.database = database;
    this.callers = callers;
    this.people = people;
    this.mail = mail;
    this.layers = layers;
  }

  /** As the server writes JSON; an own one, since it keeps the classes that it has seen. */
  JsonMapper json(ClassLoader classes) {
    return server
        .getBean(JsonMapper.class)
        .rebuild()
        .typeFactory(TypeFactory.createDefaultInstance().withClassLoader(classes))
        .build();
  }

  /** The beans by name. */
  Map<String, Object> of(PluginManifest manifest, JsonMapper json, Asides asides) {
    Map<String, Object> beans = new LinkedHashMap<>(database.beans());
    beans.put("clock", server.getBean(Clock.class));
    beans.put("json", json);
    beans.put("pluginManifest", manifest);
    beans.put(
        "pluginSettings", new GivenSettings(manifest.id(), server.getBean(Environment.class)));
    beans.put("pluginCallers", callers);
    beans.put("pluginPeople", people);
    beans.put("pluginMail", mail);
    beans.put("pluginAudit", audit(manifest.id()));
    beans.put("pluginLayers", layers.of(manifest));
    beans.put("pluginTasks", server.getBean(GivenTasks.class).of(manifest, asides));
    beans.put("pluginUsage", new GivenUsage(manifest.id().toUpperCase(Locale.ROOT)));
    PluginHome home = server.getBean(PluginHome.class);
    beans.put("pluginFiles", (PluginFiles) () -> home.filesOf(manifest.id()));
    beans.put("indicators", server.getBean(Indicators.class));
    beans.put("pdfPages", server.getBean(PdfPages.class));
    server.getBeansWithAnnotation(RestControllerAdvice.class).entrySet().stream()
        .filter(each -> each.getValue().getClass().getPackageName().equals("org.tuguan.api"))
        .forEach(each -> beans.put(each.getKey(), each.getValue()));
    return beans;
  }

  private PluginAudit audit(String id) {
    AuditTrail trail = server.getBean(AuditTrail.class);
    return (action, subject, details) -> trail.record(id + "." + action, subject, details);
  }

  /** The ledger, under the plugin's id. */
  private record GivenUsage(String service) implements PluginUsage {
    @Override
    public void served(
        String operation, String format, Collection<String> layers, Optional<Bounds> area) {
      UsageNotes.served(new UsedOperation(service, operation, format), layers, area);
    }

    @Override
    public void counted(String layer, long features) {
      UsageNotes.counted(layer, features);
    }
  }
}
