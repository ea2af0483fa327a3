-- Websites of agencies, and what was found whenever they were looked at.

CREATE TABLE plugin_siteaudit.site (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency     text NOT NULL,
  title      text NOT NULL,
  url        text NOT NULL UNIQUE,
  -- texts that must stand on one of its pages
  required   text[] NOT NULL DEFAULT '{}',
  -- it is fresh if its newest date is at most so many days old
  fresh_days integer NOT NULL CHECK (fresh_days BETWEEN 1 AND 3650),
  every_days integer NOT NULL CHECK (every_days BETWEEN 1 AND 366),
  -- working days within which a question sent to it is to be answered
  answer_days integer NOT NULL CHECK (answer_days BETWEEN 1 AND 60),
  active     boolean NOT NULL DEFAULT true,
  synthetic  boolean NOT NULL DEFAULT false
);

CREATE TABLE plugin_siteaudit.audit (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site      bigint NOT NULL REFERENCES plugin_siteaudit.site ON DELETE CASCADE,
  wanted    timestamptz NOT NULL,
  started   timestamptz,
  finished  timestamptz,
  state     text NOT NULL CHECK (state IN ('WANTED', 'RUNNING', 'DONE', 'FAILED')),
  -- of one that failed
  why       text NOT NULL DEFAULT '',
  pages     integer NOT NULL DEFAULT 0,
  -- of the links that were tried
  links     integer NOT NULL DEFAULT 0,
  broken    integer NOT NULL DEFAULT 0,
  -- links that were not tried: more than the limit, or forbidden to us
  untried   integer NOT NULL DEFAULT 0,
  -- newest date that its pages give
  newest    date,
  fresh     boolean,
  required  integer NOT NULL DEFAULT 0,
  missing   text[] NOT NULL DEFAULT '{}',
  questions integer NOT NULL DEFAULT 0,
  -- of these, in time
  answered  integer NOT NULL DEFAULT 0,
  CHECK (broken <= links AND answered <= questions)
);
CREATE INDEX audit_site ON plugin_siteaudit.audit (site, finished DESC);
CREATE INDEX audit_open ON plugin_siteaudit.audit (wanted) WHERE state IN ('WANTED', 'RUNNING');
-- One at a time of each site.
CREATE UNIQUE INDEX audit_once ON plugin_siteaudit.audit (site) WHERE state IN ('WANTED', 'RUNNING');

CREATE TABLE plugin_siteaudit.broken_link (
  audit  bigint NOT NULL REFERENCES plugin_siteaudit.audit ON DELETE CASCADE,
  page   text NOT NULL,
  link   text NOT NULL,
  -- status of HTTP; 0 if there was no answer
  status integer NOT NULL,
  reason text NOT NULL
);
CREATE INDEX broken_link_audit ON plugin_siteaudit.broken_link (audit);

-- Questions that were sent to a site's mailbox to see whether they are answered.
CREATE TABLE plugin_siteaudit.question (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site     bigint NOT NULL REFERENCES plugin_siteaudit.site ON DELETE CASCADE,
  asked    date NOT NULL,
  answered date CHECK (answered >= asked),
  subject  text NOT NULL
);
CREATE INDEX question_site ON plugin_siteaudit.question (site, asked);
