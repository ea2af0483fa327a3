package org.tuguan.core.plugin;

/** Has a plugin's work done outside of the request or the start that asks for it. Thread-safe. */
public interface PluginTasks {
  /**
   * Has a job of this plugin run within seconds, on any node, ahead of its {@link
   * PluginJob#times()}. Joins the transaction of this thread, so that the run sees what it wrote.
   * Several asks before a run begins are one run; one during a run is another run after it.
   * Outlives a restart.
   *
   * @param job its name
   */
  void soon(String job);

  /**
   * Does something once on this node, on a thread of the server: what was begun is lost if the node
   * ends, and what it throws is logged. For what only this node has, such as data kept in memory;
   * commands have nothing to keep, and there it is not done.
   */
  void aside(Runnable work);
}
