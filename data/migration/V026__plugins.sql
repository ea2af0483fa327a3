-- Whether a plugin is wanted; one that is not named here is.
CREATE TABLE plugin_switch (
  id         text PRIMARY KEY,
  wanted     boolean NOT NULL,
  changed    timestamptz NOT NULL,
  changed_by text NOT NULL
);
