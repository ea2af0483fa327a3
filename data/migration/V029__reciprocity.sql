-- What is free by reciprocity rests on an agreement, and ends with that one.

-- null where the layer was not free by reciprocity, or by an agreement that is kept on paper only
ALTER TABLE application_layer ADD COLUMN agreement bigint REFERENCES agreement;
CREATE INDEX application_layer_agreement ON application_layer (agreement) WHERE agreement IS NOT NULL;

-- For those of before, that of the agreements in force on the day of the application that lasts longest.
UPDATE application_layer AS l SET agreement = (
  SELECT x.agreement
  FROM agreement_access x
  JOIN agreement_layer y ON y.agreement = x.agreement AND y.direction = x.direction AND y.layer = x.layer
  WHERE x.layer = l.layer AND 'DOWNLOAD' = ANY (y.rights) AND (x.agency = a.agency OR x.partner = a.partner)
    AND (a.created AT TIME ZONE 'Asia/Taipei')::date BETWEEN x.first_day AND coalesce(x.last_day, 'infinity')
  ORDER BY x.last_day DESC NULLS FIRST, x.agreement LIMIT 1)
FROM application a
WHERE a.id = l.application AND a.outcome = 'EXEMPT' AND CAST(a.grounds AS jsonb) -> 'reciprocity' = 'true';
