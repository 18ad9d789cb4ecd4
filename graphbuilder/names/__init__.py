"""Names: which stretch of the text is one, how far it reaches, what kind of party it names, and which names are one."""
