-- Cases of all registers. What a register is stands in its definition, which comes with the plugin.
CREATE TABLE plugin_registers.register_case (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number    text NOT NULL UNIQUE,
  register  text NOT NULL,
  title     text NOT NULL,
  category  text NOT NULL,
  state     text NOT NULL,
  -- id of the agency that answers for it
  agency    text NOT NULL,
  -- accounts that are written to; may be empty
  handler   text NOT NULL DEFAULT '',
  manager   text NOT NULL DEFAULT '',
  opened    date NOT NULL,
  -- day from which the deadline runs
  runs_from date NOT NULL,
  -- last day; null if the category has none
  due       date,
  closed    date CHECK (closed >= opened),
  -- what the definition's fields hold: a JSON object of texts, numbers, booleans
  fields    jsonb NOT NULL DEFAULT '{}',
  location  geometry(Point, 4326),
  synthetic boolean NOT NULL DEFAULT false,
  -- grows with every change, so that nobody writes over what they have not seen
  version   integer NOT NULL DEFAULT 1
);
CREATE INDEX case_list ON plugin_registers.register_case (register, opened DESC, id DESC);
CREATE INDEX case_state ON plugin_registers.register_case (register, state, opened DESC, id DESC);
CREATE INDEX case_agency ON plugin_registers.register_case (register, agency, opened DESC, id DESC);
CREATE INDEX case_closed ON plugin_registers.register_case (register, closed) INCLUDE (opened, due);
CREATE INDEX case_report ON plugin_registers.register_case (register, opened) INCLUDE (category, closed, due);
CREATE INDEX case_open ON plugin_registers.register_case (due) WHERE closed IS NULL AND due IS NOT NULL;
CREATE INDEX case_location ON plugin_registers.register_case USING gist (location) WHERE location IS NOT NULL;

-- What happened to a case. Rows are only ever added.
CREATE TABLE plugin_registers.case_event (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   bigint NOT NULL REFERENCES plugin_registers.register_case ON DELETE CASCADE,
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  kind      text NOT NULL,
  state     text NOT NULL,
  note      text NOT NULL DEFAULT ''
);
CREATE INDEX case_event_case ON plugin_registers.case_event (case_id, id);

CREATE TABLE plugin_registers.attachment (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id  bigint NOT NULL REFERENCES plugin_registers.register_case ON DELETE CASCADE,
  name     text NOT NULL,
  content  bytea NOT NULL,
  uploaded timestamptz NOT NULL,
  uploaded_by text NOT NULL
);
CREATE INDEX attachment_case ON plugin_registers.attachment (case_id);

-- Who was reminded of what: once for each kind and due day.
CREATE TABLE plugin_registers.reminder (
  case_id bigint NOT NULL REFERENCES plugin_registers.register_case ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind IN ('SOON', 'OVERDUE', 'ESCALATED')),
  due     date NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (case_id, kind, due)
);

-- Numbers without gaps, by register and ROC year.
CREATE TABLE plugin_registers.case_number (
  register text NOT NULL,
  year     integer NOT NULL,
  last     bigint NOT NULL,
  PRIMARY KEY (register, year)
);

CREATE VIEW plugin_registers.case_map AS
  SELECT id, number, register, title, category, state, agency, opened, due, closed, location
  FROM plugin_registers.register_case WHERE location IS NOT NULL;

-- How many cases lie in each cell of 500 m: for a look at the whole city.
CREATE VIEW plugin_registers.case_heat AS
  SELECT row_number() OVER (ORDER BY register, x, y) AS id, register, count(*) AS cases,
    ST_SetSRID(ST_MakeEnvelope(x, y, x + 500, y + 500), 3826)::geometry(Polygon, 3826) AS cell
  FROM (
    SELECT register, floor(ST_X(p) / 500) * 500 AS x, floor(ST_Y(p) / 500) * 500 AS y
    FROM (SELECT register, ST_Transform(location, 3826) AS p
          FROM plugin_registers.register_case WHERE location IS NOT NULL) at_point) cells
  GROUP BY register, x, y;
