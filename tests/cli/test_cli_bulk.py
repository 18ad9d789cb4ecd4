"""export --format neo4j-csv: the files, and what to do with them."""

import json
from pathlib import Path


def test_the_files_and_the_command_for_each_version(invoke, workspace):
    """A folder of CSV files; the printed lines begin in it and name every file."""
    result = invoke("export", "for neo4j", "--format", "neo4j-csv", "--workspace", workspace)
    assert result.exit_code == 0, result.output
    written = sorted(path.name for path in Path("for neo4j").iterdir())
    assert {"Statement.csv", "Statement-header.csv", "Actor-Actor.csv"} <= set(written)
    assert "cd 'for neo4j'\n" in result.stdout
    assert result.stdout.count("neo4j-admin database import full") == 2
    assert all(result.stdout.count(f"./{name}") == 2 for name in written)
    assert "reload --neo4j" in result.stdout


def test_for_programs_one_object(invoke, workspace):
    """Counts, and the commands by version."""
    result = invoke("export", "csv", "--format", "neo4j-csv", "--workspace", workspace, "--json")
    answer = json.loads(result.stdout)
    assert set(answer["commands"]) == {"5.26", "2026"}
    assert answer["node"] == sum(len(Path("csv", name).read_text().splitlines()) for name in nodes())


def nodes():
    """The data files of nodes; no value of the sample has a line break."""
    names = (path.name for path in Path("csv").iterdir())
    return [name for name in names if "-" not in name]


def test_a_file_in_the_way_is_a_line(invoke, workspace):
    """Exit code 1, and the place is named."""
    Path("taken").touch()
    result = invoke("export", "taken", "--format", "neo4j-csv", "--workspace", workspace)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith("Error: taken: cannot be written")
