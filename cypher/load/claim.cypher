// The next transaction of a load: only while no other load has begun, and only once, whatever the network does.
MATCH (l:GraphbuilderLoad {id: 'graphbuilder'})
SET l.busy = true
WITH l, l.batch < $batch AS due
WHERE l.token = $token
SET l.batch = $batch
RETURN due
