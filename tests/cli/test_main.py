"""The command line as somebody at a terminal meets it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rasid.cli.main import COMMANDS
from rasid.cli.terminal import isolated, orders_arabic, shower, visual
from rasid.config import EXERCISE
from rasid.knowledge.book import DATA
from tests.conftest import Run

TEXT = "قصفت قوات النظام السوري، أمس، بلدة البارة بريف إدلب، ما أدى إلى مقتل ثلاثة مدنيين، وفق المرصد السوري."
REPORT = {"id": "r-1", "text": TEXT, "published": "2022-04-24", "source": "src.sohr", "country": "SY"}
SCHEMA = json.loads((DATA / "contract" / "reading.schema.json").read_text(encoding="utf-8"))


def line(**changes: object) -> bytes:
    return json.dumps(REPORT | changes, ensure_ascii=False).encode() + b"\n"


def test_text_from_standard_input(rasid: Run) -> None:
    done = rasid("read", "-", "--published", "2022-04-24", stdin=TEXT.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert "violence.shelling" in done.stdout.decode()


def test_json_lines_are_the_contract(rasid: Run, tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_bytes(line() + line(id="r-2", exercise=True))
    done = rasid("read", "reports.jsonl", "--format", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    first, second = (json.loads(one) for one in done.stdout.splitlines())
    for one in (first, second):
        Draft202012Validator(SCHEMA).validate(one)
    assert (first["id"], second["id"], second["exercise"]) == ("r-1", "r-2", True)
    assert first["events"]


def test_json_has_words_and_failures(rasid: Run) -> None:
    done = rasid("read", "-", "--format", "json", stdin=line() + b'{"id": "cut')
    said = json.loads(done.stdout)
    assert done.returncode == 1
    assert said["reports"][0]["events"][0]["words"]
    assert said["failed"][0]["origin"] == "-:2"


BAD = [
    (b"", ["--published", "2022-04-24"], 1, "-:1: the text is empty"),
    (b"no Arabic here", ["--published", "2022-04-24"], 1, "-:1: the text is not Arabic"),
    (b"x" * 10_000_000, ["--published", "2022-04-24"], 1, "-:1: the text has more than"),
    (b"x" + "قصف ".encode() * 1_500_000, ["--published", "2022-04-24"], 1, "-:1: the text has more than"),
    (TEXT.encode() + b"\n\xff", ["--published", "2022-04-24"], 1, "-:2: not valid UTF-8"),
    (TEXT.encode(), [], 1, "--published"),
    (TEXT.encode(), ["--published", "2022-13-01"], 2, "2022-13-01"),
    (TEXT.encode(), ["--published", "2022-04-24", "--source", "src.nobody"], 2, "unknown source"),
    (line() + line(id="r-2", source="src.nobody") + line(id="r-3"), [], 1, "-:2: unknown source"),
    (line() + line(id="r-2", published="2022-02-30") + line(id="r-3"), [], 1, "-:2: 'published'"),
    (line() + line()[:60] + b"\n" + line(id="r-3"), [], 1, "-:2: no whole JSON object"),
    (line() + line(id="r-2", text="") + line(id="r-3"), [], 1, "-:2: the text is empty"),
]


@pytest.mark.parametrize(("stdin", "options", "code", "said"), BAD)
def test_bad_input(rasid: Run, stdin: bytes, options: list[str], code: int, said: str) -> None:
    done = rasid("read", "-", "--format", "jsonl", *options, stdin=stdin)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if b"r-3" in stdin:
        assert [json.loads(one)["id"] for one in done.stdout.splitlines()] == ["r-1", "r-3"]


@pytest.mark.parametrize(("arguments", "code", "said"), [
    ([], 2, "usage"),
    (["--help"], 0, "rasid COMMAND"),
    (["--version"], 0, "rasid "),
    (["fly"], 2, "no command 'fly'"),
    (["read"], 2, "FILE"),
    (["read", "nowhere.txt", "--published", "2022-04-24"], 1, "nowhere.txt: cannot be read"),
    (["events"], 1, "no register there"),
    (["explain", "nothing"], 2, "no file"),
    (["score"], 2, "rasid score GOLD"),
    (["read", "-", "--source", "nobody"], 2, "unknown source 'nobody'; write its name after a tilde"),
    (["score", "nowhere.jsonl"], 1, "nowhere.jsonl: cannot be read"),
    (["export", "xml"], 2, "xml"),
])  # fmt: skip
def test_wrong_use_is_told(rasid: Run, arguments: list[str], code: int, said: str) -> None:
    done = rasid(*arguments)
    assert done.returncode == code
    assert said in (done.stdout + done.stderr).decode()
    assert b"Traceback" not in done.stderr


def test_demo_events_export_explain(rasid: Run, tmp_path: Path) -> None:
    done = rasid("demo")
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert EXERCISE in said and "events.csv" in said and "founding-retold" in said
    folder = tmp_path / "observatory"
    note = json.loads((folder / "events.csv-metadata.json").read_bytes())
    mapped = json.loads((folder / "events.geojson").read_bytes())
    assert note["rows"] == mapped["rows"] == note["exercises"] > 100
    assert note["notice"] == mapped["notice"] == EXERCISE
    before = (folder / "events.csv").read_bytes()

    again = rasid("demo")
    assert "(0 new)" in again.stdout.decode()
    assert (folder / "events.csv").read_bytes() == before

    listed = rasid("events", "--type", "violence", "--format", "json")
    events = json.loads(listed.stdout)
    assert events and all(event["type"].startswith("violence.") and event["exercise"] for event in events)
    wrong = rasid("events", "--type", "violence.shelling_")
    assert wrong.returncode == 2 and "violence.shelling" in wrong.stderr.decode()
    assert rasid("events", "--actor", "xx.nobody").returncode == 2
    assert rasid("events", "--from", "2023-01-01", "--to", "2022-01-01").returncode == 2

    shown = rasid("export", "csv", "--output", "-", "--type", "violence")
    assert shown.stdout.count(b"\r\n") >= len(events)
    explained = rasid("explain", "founding-retold", "1").stdout.decode()
    assert EXERCISE in explained and "words" in explained and "decided:" in explained
    assert rasid("explain", "founding-retold", "999").returncode == 2


def test_kept_reports_are_no_exercises(rasid: Run) -> None:
    assert rasid("read", "-", "--keep", stdin=line()).returncode == 0
    said = rasid("events").stdout.decode()
    assert EXERCISE not in said and "r-1#1" in said


def test_scoring_our_reading_of_a_file(rasid: Run, tmp_path: Path, root: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(b"".join((root / "corpus" / "tune.jsonl").read_bytes().splitlines(keepends=True)[:3]))
    read = rasid("read", gold, "--format", "jsonl")
    (tmp_path / "read.jsonl").write_bytes(read.stdout)
    first, second = rasid("score", gold, "--json"), rasid("score", gold, "read.jsonl", "--json")
    assert json.loads(first.stdout) == json.loads(second.stdout)
    assert b"type F1" in rasid("score", gold, "read.jsonl", "--misses").stdout


def test_knowledge_holds(rasid: Run) -> None:
    done = rasid("knowledge", "check")
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(rasid: Run, name: str) -> None:
    done = rasid(name, "--help", COLUMNS="100")
    assert done.returncode == 0
    assert b"usage: rasid " + name.encode() in done.stdout


def test_the_start_is_short(rasid: Run) -> None:
    rasid("--version")
    times = []
    for _ in range(5):
        started = time.perf_counter()
        rasid("--version")
        times.append(time.perf_counter() - started)
    assert min(times) < 0.3


def test_help_imports_nothing_heavy(rasid: Run) -> None:
    done = rasid("--help", PYTHONPROFILEIMPORTTIME="1")
    assert b"yaml" not in done.stderr and b"rasid.knowledge" not in done.stderr


def test_a_reader_that_closes_early_is_no_error(rasid: Run, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_bytes(b"".join(line(id=f"r-{number}") for number in range(300)))
    python = f"{os.path.dirname(os.sys.executable)}/python"
    code = os.system(f"cd {tmp_path} && {python} -m rasid read many.jsonl --format jsonl 2>err | head -c 10 >/dev/null")
    assert code == 0 and "Traceback" not in (tmp_path / "err").read_text()


@pytest.mark.parametrize(("environment", "answer"), [
    ({"VTE_VERSION": "7006"}, True),
    ({"VTE_VERSION": "5202"}, False),
    ({"KONSOLE_VERSION": "220400"}, True),
    ({"TERM": "mlterm-256color"}, True),
    ({"TERM_PROGRAM": "Apple_Terminal"}, True),
    ({"TERM": "xterm-256color"}, False),
    ({}, False),
])  # fmt: skip
def test_which_terminals_order_arabic(environment: dict[str, str], answer: bool) -> None:
    assert orders_arabic(environment) is answer


def test_arabic_in_terminals() -> None:
    assert isolated("قصف") == "\u2068قصف\u2069"
    assert isolated("abc") == visual("abc") == "abc"
    assert visual("قصف") == "ﻒﺼﻗ"
    assert shower("on")("قصف 3") == "3 ﻒﺼﻗ"
    assert shower("off")("قصف") == "\u2068قصف\u2069"
    assert shower("auto")("قصف") in ("قصف", "ﻒﺼﻗ", "\u2068قصف\u2069")


def test_gaps_of_a_lexicon(rasid: Run, tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_bytes(
        json.dumps({"text": "وزغردت قوات النظام في بلدة البارة."}).encode() + b"\n{}\n"
    )
    done = rasid("lexicon", "gaps", "some.jsonl", "--format", "jsonl", "--kind", "predicate")
    assert done.returncode == 1
    assert [json.loads(one)["word"] for one in done.stdout.splitlines()] == ["وزغردت"]
    assert "some.jsonl:2: 'text' is missing" in done.stderr.decode()
    shown = rasid("lexicon", "gaps", "-", stdin='هاجم فصيل "زغاريد النصر" بلدة البارة.'.encode())
    assert "زغاريد النصر" in shown.stdout.decode()
