"""pm4py_counts.py LOG COUNTS: reads an OCEL 2.0 log with PM4Py, and compares what it finds with counts made from the cases. Exit status 1 where they differ."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")
import pm4py  # noqa: E402


def counted(column):
    return {key: int(number) for key, number in column.value_counts().items()}


def main(log, counts):
    ocel = pm4py.read_ocel2_json(log)
    got = {
        "events": counted(ocel.events["ocel:activity"]),
        "objects": counted(ocel.objects["ocel:type"]),
        "of_events": counted(ocel.relations["ocel:qualifier"]),
        "of_objects": counted(ocel.o2o["ocel:qualifier"]),
    }
    with open(counts, encoding="utf-8") as file:
        expected = json.load(file)
    differ = False
    for part in sorted(set(expected) | set(got)):
        mine, theirs = expected.get(part, {}), got.get(part, {})
        for key in sorted(set(mine) | set(theirs)):
            same = mine.get(key, 0) == theirs.get(key, 0)
            differ |= not same
            print(f"{'  ' if same else '!!'} {part} {key}: {mine.get(key, 0)} expected, {theirs.get(key, 0)} read")
    print(f"PM4Py {pm4py.__version__}: {len(ocel.events)} events, {len(ocel.objects)} objects")
    return 1 if differ else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: pm4py_counts.py LOG COUNTS")
    sys.exit(main(sys.argv[1], sys.argv[2]))
