-- What is free by reciprocity rests on an agreement, and ends with that one.

-- null where the layer was not free by reciprocity, or by an agreement that is kept on paper only
ALTER TABLE application_layer ADD COLUMN agreement bigint REFERENCES agreement;
CREATE INDEX application_layer_agreement ON application_layer (agreement) WHERE agreement IS NOT NULL;

-- For those of before, that of the agreements in force on the day of the application that lets the applicant
-- download the layer and meets its ground: the one that lasts longest. Only layers that a rule of reciprocity made free
-- rest on one, those of other grounds in the same application do not. The rules are those that the standards of the
-- program had, and those of standards that were published here.
UPDATE application_layer AS l SET agreement = (
  SELECT x.agreement
  FROM agreement_access x
  JOIN agreement g ON g.id = x.agreement
  JOIN agreement_layer y ON y.agreement = x.agreement AND y.direction = x.direction AND y.layer = x.layer
  WHERE x.layer = l.layer AND 'DOWNLOAD' = ANY (y.rights) AND (x.agency = a.agency OR x.partner = a.partner)
    AND (a.created AT TIME ZONE 'Asia/Taipei')::date BETWEEN x.first_day AND coalesce(x.last_day, 'infinity')
    AND (g.area IS NULL OR p.area IS NULL OR ST_Intersects(g.area, p.area))
  ORDER BY x.last_day DESC NULLS FIRST, x.agreement LIMIT 1)
FROM application a
JOIN quote q ON q.id = a.quote
JOIN quote_layer p ON p.quote = q.id
CROSS JOIN LATERAL jsonb_array_elements(coalesce(CAST(q.answer AS jsonb) -> 'decisions', '[]')) AS d (decision)
WHERE a.id = l.application AND p.layer = l.layer
  AND d.decision ->> 'status' = 'EXEMPT' AND CAST(d.decision ->> 'item' AS integer) = p.position
  AND ((q.standard, d.decision ->> 'rule') IN (
      ('taichung-geoinfo', 'T7'), ('taichung-geoinfo-demo', 'T7'), ('fia-tax-info', 'F3'),
      ('miaoli-urban-topo', 'ML4.3'), ('motc-road-network', 'K4.1b2'))
    OR EXISTS (
      SELECT FROM fee_standard s
      CROSS JOIN LATERAL jsonb_array_elements(CAST(s.document AS jsonb) -> 'rules') AS r (rule)
      WHERE s.id = q.standard AND s.effective_from::text = q.standard_version
        AND r.rule ->> 'id' = d.decision ->> 'rule' AND r.rule ->> 'type' = 'reciprocity_by_approval'));
