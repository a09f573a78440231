"""Spark in a process of its own: it speaks to Java over the loopback, which no test of ours may open.

Reads one JSON document from standard input: by file the schema, the path of its CSV and the query; writes rows by file.
"""

from __future__ import annotations

import json
import sys

from pyspark.sql import SparkSession

PARTITIONS = 2


def main() -> None:
    """Answer every query, each over a table in several partitions."""
    asked = json.load(sys.stdin)
    spark = (
        SparkSession.builder.master(f"local[{PARTITIONS}]")
        .appName("kriterion")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", str(PARTITIONS))
        .config("spark.sql.codegen.wholeStage", "false")  # compiling takes longer than a few rows do
        .getOrCreate()
    )
    found: dict[str, list[list[object]]] = {}
    for name, each in asked.items():
        rows = spark.read.csv(each["csv"], header=True, schema=each["schema"]).repartition(PARTITIONS)
        rows.createOrReplaceTempView("patients")
        found[name] = [list(row) for row in spark.sql(each["query"]).collect()]
    spark.stop()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
