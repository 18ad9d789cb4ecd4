// A load begins: from now on only the chunks that it leaves alone count as whole. It does not begin where another load
// began since the state was read; nothing changes where this one has begun already.
MERGE (l:GraphbuilderLoad {id: 'graphbuilder'})
SET l.busy = true
WITH l, coalesce(l.token, '') AS token
WHERE token = $before OR token = $token
SET l = CASE WHEN token = $token THEN properties(l) ELSE $state END
RETURN true AS begun
