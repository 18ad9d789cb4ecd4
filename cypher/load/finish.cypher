// The load has come to its end: all its chunks are whole.
MATCH (l:GraphbuilderLoad {id: 'graphbuilder'})
SET l = $state
