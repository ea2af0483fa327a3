-- Grows with every change of a project or of its check points, so that nobody overwrites what they have not seen.
ALTER TABLE plugin_projects.project ADD COLUMN version integer NOT NULL DEFAULT 1;
