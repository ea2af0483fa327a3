-- Definitions of indicators, by version; a version is never changed.
CREATE TABLE plugin_kpi.definition (
  id        text NOT NULL,
  version   integer NOT NULL CHECK (version > 0),
  document  text NOT NULL,
  published timestamptz NOT NULL,
  published_by text NOT NULL,
  PRIMARY KEY (id, version)
);

-- Figures that people enter since no register has them. A new row of a month takes the place of the one before.
CREATE TABLE plugin_kpi.entry (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  indicator   text NOT NULL,
  -- first day of the month
  month       date NOT NULL CHECK (extract(day FROM month) = 1),
  numerator   numeric NOT NULL,
  denominator numeric NOT NULL CHECK (denominator >= 0),
  note        text NOT NULL DEFAULT '',
  -- what the figure rests on
  document_name text,
  document_type text,
  document      bytea,
  entered     timestamptz NOT NULL,
  entered_by  text NOT NULL
);
CREATE INDEX entry_month ON plugin_kpi.entry (indicator, month, id DESC);
