// What was announced, and was it held, called off, denied or never heard of again?
// :param outcome => 'any'
// :param limit => 50
// returns: event, date, outcome, announced_on, announced_in, settled_on, settled_in
MATCH (d:Article)
WITH max(d.published) AS latest
MATCH (e:Event)
WHERE e.announced_in IS NOT NULL
WITH e, CASE WHEN e.outcome = 'announced' AND coalesce(e.date_end, e.date) < left(latest, size(coalesce(e.date_end, e.date)))
             THEN 'no report' ELSE e.outcome END AS became
WHERE toLower($outcome) = 'any' OR became = toLower($outcome)
RETURN e.name AS event, e.date + coalesce('/' + e.date_end, '') AS date, became AS outcome, e.announced_on AS announced_on,
       e.announced_in AS announced_in, e.settled_on AS settled_on, e.settled_in AS settled_in
ORDER BY coalesce(date, '9999'), outcome, event, e.id
LIMIT $limit
