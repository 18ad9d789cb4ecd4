// What the last load left: which chunks are whole, how much of each label and type there was.
MATCH (l:GraphbuilderLoad {id: 'graphbuilder'})
RETURN properties(l) AS state
