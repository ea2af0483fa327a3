-- The first attempt to write the layers may fail: then there is a state of layers that never were made.
ALTER TABLE plugin_coverage.layer_state ALTER COLUMN made_at DROP NOT NULL;
