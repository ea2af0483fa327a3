-- Public works and purchases under control (標案管考).

CREATE TABLE plugin_projects.project (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  title        text NOT NULL,
  agency       text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('PURCHASE', 'DESIGN', 'LAND', 'WORKS')),
  -- names of those who answer for it; the manager is liable together with the officer
  officer      text NOT NULL,
  manager      text NOT NULL,
  -- whole NT$
  budget       numeric(14, 0) NOT NULL CHECK (budget >= 0),
  -- paid from a central grant (一般性補助款)
  granted      boolean NOT NULL DEFAULT false,
  -- of the budget, allotted by the end of the third quarter and by the end of the year; spent so far
  allotted_q3  numeric(14, 0) NOT NULL DEFAULT 0 CHECK (allotted_q3 >= 0),
  allotted     numeric(14, 0) NOT NULL DEFAULT 0 CHECK (allotted >= allotted_q3),
  spent        numeric(14, 0) NOT NULL DEFAULT 0 CHECK (spent >= 0),
  year         integer NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  -- when it is to be put out to tender, and when it was
  tender_due   date NOT NULL,
  tendered     date,
  failed_tenders integer NOT NULL DEFAULT 0 CHECK (failed_tenders >= 0),
  awarded      date,
  started      date,
  completed    date,
  location     geometry(Point, 4326),
  synthetic    boolean NOT NULL DEFAULT false,
  CHECK (awarded IS NULL OR tendered IS NOT NULL AND awarded >= tendered),
  CHECK (started IS NULL OR awarded IS NOT NULL AND started >= awarded),
  CHECK (completed IS NULL OR started IS NOT NULL AND completed >= started)
);
CREATE INDEX project_agency ON plugin_projects.project (agency, id);
CREATE INDEX project_year ON plugin_projects.project (year, id);

CREATE TABLE plugin_projects.check_point (
  project bigint NOT NULL REFERENCES plugin_projects.project ON DELETE CASCADE,
  position integer NOT NULL,
  title   text NOT NULL,
  planned date NOT NULL,
  reached date,
  PRIMARY KEY (project, position)
);

-- What was entered of a month. The city's system and the national one are kept apart.
CREATE TABLE plugin_projects.progress (
  project bigint NOT NULL REFERENCES plugin_projects.project ON DELETE CASCADE,
  system  text NOT NULL CHECK (system IN ('CITY', 'NATIONAL')),
  -- first day of the month
  month   date NOT NULL CHECK (extract(day FROM month) = 1),
  -- per cent of the whole, at the end of the month
  planned numeric(5, 2) NOT NULL CHECK (planned BETWEEN 0 AND 100),
  actual  numeric(5, 2) NOT NULL CHECK (actual BETWEEN 0 AND 100),
  reason  text NOT NULL DEFAULT '',
  -- when it was entered first, which decides whether it was in time
  entered timestamptz NOT NULL,
  entered_by text NOT NULL,
  PRIMARY KEY (project, system, month)
);
CREATE INDEX progress_month ON plugin_projects.progress (system, month);

CREATE VIEW plugin_projects.project_map AS
  SELECT p.id, p.number, p.title, p.agency, p.kind, p.budget,
    CASE WHEN p.completed IS NOT NULL THEN 'completed' WHEN p.started IS NOT NULL THEN 'under way'
      WHEN p.awarded IS NOT NULL THEN 'awarded' WHEN p.tendered IS NOT NULL THEN 'out to tender'
      ELSE 'planned' END AS stage,
    coalesce(last.actual - last.planned, 0)::double precision AS deviation,
    p.location
  FROM plugin_projects.project p
  LEFT JOIN LATERAL (
    SELECT actual, planned FROM plugin_projects.progress g
    WHERE g.project = p.id AND g.system = 'CITY' ORDER BY month DESC LIMIT 1) last ON true
  WHERE p.location IS NOT NULL;
