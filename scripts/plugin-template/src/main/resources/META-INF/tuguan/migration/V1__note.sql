CREATE TABLE note (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day     date NOT NULL,
  account text NOT NULL,
  text    text NOT NULL CHECK (text <> '')
);
