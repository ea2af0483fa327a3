-- Ten thousand keys a statement instead of one thousand: reading so many rows by key takes a moment, while the box around
-- rows that lie apart has a layer read anew.
COMMENT ON COLUMN change_log.keys IS 'of rows new, changed and gone; null if there are more than ten thousand, or nobody knows';

DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('log_change'::regproc), 'row_count <= 1000 ', 'row_count <= 10000 ');
  ASSERT pg_get_functiondef('log_change'::regproc) LIKE '%row_count <= 10000 %';
END $$;
