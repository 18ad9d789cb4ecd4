// What the graph follows from, and the number of this very commit: while no other has come, nobody has written since.
MATCH (l:GraphbuilderLoad {id: 'graphbuilder'})
WHERE l.token = $token
SET l.fingerprint = $fingerprint, l.last_commit = $commit
