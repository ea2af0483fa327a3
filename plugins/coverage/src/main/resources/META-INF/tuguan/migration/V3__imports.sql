-- From where stations came, and when.

CREATE TABLE plugin_coverage.inventory_import (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE plugin_coverage.access_point
  ADD COLUMN import bigint REFERENCES plugin_coverage.inventory_import (id);
CREATE INDEX ON plugin_coverage.access_point (import);
