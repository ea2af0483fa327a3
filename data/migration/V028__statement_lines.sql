-- Which line of which statement of which bank account money came by, so that a line is known again and another is not
-- taken for it.
ALTER TABLE remittance
  -- as it is configured; empty for the only one, and for what was not in a statement
  ADD COLUMN account text NOT NULL DEFAULT '',
  -- SHA-256 of the file in hexadecimal, and the line in it; null for what was not in a statement
  ADD COLUMN statement text,
  ADD COLUMN line bigint,
  -- tells movements apart of which the bank says exactly the same
  ADD COLUMN copy integer NOT NULL DEFAULT 1,
  ADD CHECK ((statement IS NULL) = (line IS NULL)),
  DROP CONSTRAINT remittance_method_transaction_key;
CREATE UNIQUE INDEX remittance_movement
  ON remittance (method, transaction, account, received, amount_twd, reference, copy);
CREATE UNIQUE INDEX remittance_line ON remittance (statement, line) WHERE statement IS NOT NULL;
CREATE UNIQUE INDEX remittance_reported ON remittance (method, transaction) WHERE statement IS NULL;

-- Gateways are asked about what failed or ended too.
DROP INDEX payment_ask;
CREATE INDEX payment_ask ON payment (ask_next) WHERE ask_next IS NOT NULL;
