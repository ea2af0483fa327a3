package org.tuguan.plugin.siteaudit;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tuguan.core.plugin.JobTimes;
import org.tuguan.core.plugin.PluginJob;

/** Looks every minute whether there is a site to look at. */
@Component
class AuditJob implements PluginJob {
  private final SiteAudits audits;

  AuditJob(SiteAudits audits) {
    this.audits = audits;
  }

  @Override
  public String name() {
    return "siteaudit-sites";
  }

  @Override
  public JobTimes times() {
    return new JobTimes.Every(Duration.ofMinutes(1));
  }

  @Override
  public void run() {
    audits.run();
  }
}
