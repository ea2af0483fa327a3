-- Payments: what is asked for, what came, what went back, and the books that must balance.

CREATE SEQUENCE payment_serial;

-- One way in which the fee of an application is to be paid, or was.
CREATE TABLE payment (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- 14 digits, the last two check the others
  number      text NOT NULL UNIQUE CHECK (number ~ '^\d{14}$'),
  application bigint NOT NULL REFERENCES application,
  method      text NOT NULL,
  -- whole NT$
  amount_twd  numeric(12, 0) NOT NULL CHECK (amount_twd > 0),
  state       text NOT NULL CHECK (state IN ('OPEN', 'UNKNOWN', 'PAID', 'FAILED', 'ENDED', 'REFUNDED')),
  -- last day, in Asia/Taipei
  due         date NOT NULL,
  payer       text NOT NULL,
  -- day on which the money came
  paid        date,
  created     timestamptz NOT NULL,
  created_by  text NOT NULL,
  changed     timestamptz NOT NULL,
  -- how often the gateway was asked how it ended, and when it is asked next
  asked       integer NOT NULL DEFAULT 0,
  ask_next    timestamptz,
  CHECK ((paid IS NOT NULL) = (state IN ('PAID', 'REFUNDED')))
);
-- However many try at once: an application is paid once, and nobody gets two slips.
CREATE UNIQUE INDEX payment_paid_once ON payment (application) WHERE state IN ('PAID', 'REFUNDED');
CREATE UNIQUE INDEX payment_open_once ON payment (application, method) WHERE state IN ('OPEN', 'UNKNOWN');
CREATE INDEX payment_application ON payment (application, id);
CREATE INDEX payment_ask ON payment (ask_next) WHERE state IN ('OPEN', 'UNKNOWN') AND ask_next IS NOT NULL;

-- Money that came, each amount once, whatever it was for.
CREATE TABLE remittance (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  method     text NOT NULL,
  -- what the bank, the counter or the gateway calls it
  transaction text NOT NULL,
  -- the number of a payment as it came, right or wrong
  reference  text NOT NULL,
  payment    bigint REFERENCES payment,
  amount_twd numeric(12, 0) NOT NULL CHECK (amount_twd > 0),
  received   date NOT NULL,
  payer      text NOT NULL DEFAULT '',
  note       text NOT NULL DEFAULT '',
  finding    text NOT NULL,
  -- used to pay, and given back; the rest is still here
  applied    numeric(12, 0) NOT NULL DEFAULT 0 CHECK (applied >= 0),
  refunded   numeric(12, 0) NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  created    timestamptz NOT NULL,
  created_by text NOT NULL,
  UNIQUE (method, transaction),
  CHECK (applied + refunded <= amount_twd)
);
CREATE INDEX remittance_open ON remittance (id) WHERE applied + refunded < amount_twd;
CREATE INDEX remittance_payment ON remittance (payment);

-- What gateways told us; each event is taken once.
CREATE TABLE payment_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  method     text NOT NULL,
  event      text NOT NULL,
  reference  text NOT NULL,
  status     text NOT NULL,
  amount_twd numeric(12, 0) NOT NULL,
  received   timestamptz NOT NULL,
  -- what came of it
  outcome    text NOT NULL DEFAULT '',
  UNIQUE (method, event)
);

-- The paper that says that a fee was paid. Never deleted: one that does not hold any more is void.
CREATE TABLE receipt (
  number      text PRIMARY KEY,
  payment     bigint NOT NULL UNIQUE REFERENCES payment,
  payer       text NOT NULL,
  amount_twd  numeric(12, 0) NOT NULL CHECK (amount_twd > 0),
  day         date NOT NULL,
  created     timestamptz NOT NULL,
  voided      timestamptz,
  void_reason text NOT NULL DEFAULT '',
  CHECK ((voided IS NULL) = (void_reason = ''))
);
CREATE INDEX receipt_day ON receipt (day);

CREATE TABLE refund (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  -- what whoever asked calls it, so that asking twice gives one
  request      text NOT NULL,
  -- of a fee, or of money that was never a fee
  payment      bigint REFERENCES payment,
  remittance   bigint REFERENCES remittance,
  amount_twd   numeric(12, 0) NOT NULL CHECK (amount_twd > 0),
  interest_twd numeric(12, 0) NOT NULL CHECK (interest_twd >= 0),
  ground       text NOT NULL CHECK (ground IN ('OVERPAID', 'NOT_DONE', 'OTHER')),
  article      text NOT NULL CHECK (article <> ''),
  reason       text NOT NULL CHECK (reason <> ''),
  payer        text NOT NULL,
  decided      date NOT NULL,
  decided_by   text NOT NULL,
  created      timestamptz NOT NULL,
  paid_out     date,
  -- what the bank calls the transfer
  transfer     text,
  CHECK (num_nonnulls(payment, remittance) = 1),
  CHECK ((paid_out IS NULL) = (transfer IS NULL))
);
CREATE UNIQUE INDEX refund_request_payment ON refund (payment, request) WHERE payment IS NOT NULL;
CREATE UNIQUE INDEX refund_request_remittance ON refund (remittance, request) WHERE remittance IS NOT NULL;

-- What was not charged to whom by which rule; written when an application is settled, and never changed.
CREATE TABLE fee_forgone (
  application bigint NOT NULL REFERENCES application ON DELETE CASCADE,
  position    integer NOT NULL,
  -- on which it was settled, in Asia/Taipei
  day         date NOT NULL,
  rule        text NOT NULL,
  article     text NOT NULL,
  text_zh     text NOT NULL,
  text_en     text NOT NULL,
  -- before and after this rule; null if nobody knows the full price
  before_twd  numeric(12, 0),
  after_twd   numeric(12, 0),
  PRIMARY KEY (application, position),
  CHECK ((before_twd IS NULL) = (after_twd IS NULL))
);
CREATE INDEX fee_forgone_day ON fee_forgone (day);

-- The books: entries of two lines or more whose debits equal their credits. Rows are only ever added.
CREATE TABLE ledger_entry (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  -- in Asia/Taipei
  day         date NOT NULL,
  kind        text NOT NULL,
  application bigint REFERENCES application,
  payment     bigint REFERENCES payment,
  remittance  bigint REFERENCES remittance,
  refund      bigint REFERENCES refund,
  -- the sum of each side, and the number of lines: nothing can be added later
  total_twd   numeric(12, 0) NOT NULL CHECK (total_twd > 0),
  lines       integer NOT NULL CHECK (lines >= 2)
);
CREATE INDEX ledger_entry_day ON ledger_entry (day);
CREATE INDEX ledger_entry_application ON ledger_entry (application);

CREATE TABLE ledger_line (
  entry      bigint NOT NULL REFERENCES ledger_entry,
  position   integer NOT NULL,
  account    text NOT NULL,
  debit_twd  numeric(12, 0) NOT NULL DEFAULT 0 CHECK (debit_twd >= 0),
  credit_twd numeric(12, 0) NOT NULL DEFAULT 0 CHECK (credit_twd >= 0),
  -- of revenue: for what it was
  agency     text NOT NULL DEFAULT '',
  layer      text NOT NULL DEFAULT '',
  article    text NOT NULL DEFAULT '',
  PRIMARY KEY (entry, position),
  CHECK ((debit_twd = 0) <> (credit_twd = 0))
);
CREATE INDEX ledger_line_account ON ledger_line (account);

CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about bigint;
  said tuguan.ledger_entry;
  debits numeric;
  credits numeric;
  found bigint;
BEGIN
  IF TG_TABLE_NAME = 'ledger_entry' THEN
    about := NEW.id;
  ELSE
    about := NEW.entry;
  END IF;
  SELECT * INTO said FROM tuguan.ledger_entry WHERE id = about;
  SELECT coalesce(sum(debit_twd), 0), coalesce(sum(credit_twd), 0), count(*) INTO debits, credits, found
  FROM tuguan.ledger_line WHERE entry = about;
  IF debits <> said.total_twd OR credits <> said.total_twd OR found <> said.lines THEN
    RAISE EXCEPTION 'entry % of the ledger does not balance: % lines, debit %, credit %', about, found, debits, credits;
  END IF;
  RETURN NULL;
END $$;

-- At the end of the transaction, when all lines are there.
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balances();
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON ledger_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balances();

CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
