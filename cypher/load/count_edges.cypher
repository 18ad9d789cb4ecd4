// How many relationships of each type: read from the counts that the engine keeps.
MATCH ()-[r:HAS_SENTENCE]->() RETURN 'HAS_SENTENCE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:IN_SENTENCE]->() RETURN 'IN_SENTENCE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:REPORTS]->() RETURN 'REPORTS' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:SAID]->() RETURN 'SAID' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:IF]->() RETURN 'IF' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:SUBJECT]->() RETURN 'SUBJECT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:OBJECT]->() RETURN 'OBJECT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:CONTRADICTS]->() RETURN 'CONTRADICTS' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:CANCELS]->() RETURN 'CANCELS' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:AGREE]->() RETURN 'AGREE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:CONSULT]->() RETURN 'CONSULT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:SUPPORT]->() RETURN 'SUPPORT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:CONCEDE]->() RETURN 'CONCEDE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:COOPERATE]->() RETURN 'COOPERATE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:AID]->() RETURN 'AID' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:RETREAT]->() RETURN 'RETREAT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:REQUEST]->() RETURN 'REQUEST' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:ACCUSE]->() RETURN 'ACCUSE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:REJECT]->() RETURN 'REJECT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:THREATEN]->() RETURN 'THREATEN' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:PROTEST]->() RETURN 'PROTEST' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:SANCTION]->() RETURN 'SANCTION' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:MOBILIZE]->() RETURN 'MOBILIZE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:COERCE]->() RETURN 'COERCE' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:ASSAULT]->() RETURN 'ASSAULT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:STATEMENT]->() RETURN 'STATEMENT' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:RELATION]->() RETURN 'RELATION' AS name, count(r) AS n
UNION ALL
MATCH ()-[r:OTHER]->() RETURN 'OTHER' AS name, count(r) AS n
