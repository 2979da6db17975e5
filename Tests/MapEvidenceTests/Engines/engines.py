"""Runs statements on an engine: engines.py ENGINE JOBS RESULTS.

JOBS is JSON: a list of {"tables": {name: [header, row, ...]}, "statements": [text, ...]}, all cells texts or null.
RESULTS becomes a list of lists: of each statement {"csv": text} or {"error": text}.

engines.py walk SCRIPT CSV: starts PostgreSQL with the rows of a file in the table `cases`, all columns as text, and runs a
shell script beside it, as which it ends.
"""

import csv
import io
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile


def as_csv(columns, rows):
    out = io.StringIO()
    csv.writer(out).writerows([columns, *rows])
    return out.getvalue()


def quoted(name, sign='"'):
    return sign + name.replace(sign, sign + sign) + sign


class Local:
    """An engine inside this process, by the interface that Python has for databases."""

    def connect(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def run(self, job):
        connection = self.connect()
        for name, (header, *rows) in job["tables"].items():
            columns = ", ".join(f"{quoted(column)} VARCHAR" for column in header)
            connection.execute(f"CREATE TABLE {quoted(name)} ({columns})")
            if rows:
                marks = ", ".join("?" * len(header))
                connection.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)
        results = []
        for statement in job["statements"]:
            try:
                cursor = connection.execute(statement)
                results.append({"csv": as_csv([column[0] for column in cursor.description], cursor.fetchall())})
            except Exception as error:
                results.append({"error": str(error)})
        connection.close()
        return results


class SQLite(Local):
    def connect(self):
        import sqlite3

        return sqlite3.connect(":memory:")


class DuckDB(Local):
    def connect(self):
        import duckdb

        return duckdb.connect()


class PostgreSQL:
    """A server in a temporary folder, which only this user reaches, and psql."""

    def __enter__(self):
        roots = [f"/usr/lib/postgresql/{version}/bin" for version in range(20, 11, -1)]
        self.bin = next((root for root in roots if os.path.isdir(root)), os.path.dirname(shutil.which("initdb") or ""))
        self.folder = tempfile.mkdtemp(prefix="netmap-postgresql-", dir="/tmp")
        # The server refuses to run as root.
        self.user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.server("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8",
                    "--locale=C.UTF-8")
        self.server("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o",
                    f"-k {self.folder} -c listen_addresses='' -c fsync=off", "start")
        return self

    def server(self, program, *arguments):
        kinds = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        subprocess.run([f"{self.bin}/{program}", *arguments], check=True, cwd=self.folder, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, **kinds)

    def __exit__(self, *_):
        self.server("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def psql(self, text):
        return subprocess.run(
            ["psql", "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres"], input=text,
            capture_output=True, text=True)

    def run(self, job):
        start = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n" + job.get("prepare", "")
        for name, (header, *rows) in job["tables"].items():
            columns = ", ".join(f"{quoted(column)} text" for column in header)
            start += f"CREATE TABLE {quoted(name)} ({columns});\n"
            cells = [["NULL" if cell is None else quoted(cell, "'") for cell in row] for row in rows]
            if rows:
                start += f"INSERT INTO {quoted(name)} VALUES " + ",\n".join(f"({', '.join(row)})" for row in cells) + ";\n"
        loaded = self.psql(start)
        if loaded.returncode:
            raise RuntimeError(loaded.stderr)
        results = []
        for statement in job["statements"]:
            run = self.psql(statement)
            results.append({"error": run.stderr} if run.returncode else {"csv": run.stdout})
        return results


class Spark:
    def __enter__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]")
        for key, value in {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1",
                           "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
                           # Tables of a few rows take longer to compile for than to read.
                           "spark.sql.codegen.wholeStage": "false", "spark.sql.adaptive.enabled": "false",
                           "spark.sql.codegen.factoryMode": "NO_CODEGEN", "spark.ui.showConsoleProgress": "false"}.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")
        return self

    def __exit__(self, *_):
        self.session.stop()

    def run(self, job):
        for name, (header, *rows) in job["tables"].items():
            schema = ", ".join(f"{quoted(column, '`')} STRING" for column in header)
            self.session.createDataFrame(rows, schema).createOrReplaceTempView(quoted(name, "`"))
        results = []
        for statement in job["statements"]:
            try:
                found = self.session.sql(statement)
                results.append({"csv": as_csv(found.columns, [list(row) for row in found.collect()])})
            except Exception as error:
                results.append({"error": str(error)})
        return results


def walk(script, table):
    with open(table, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    with PostgreSQL() as engine:
        rows = [row + [""] * (len(header) - len(row)) for row in rows if len(row) <= len(header)]
        engine.run({"tables": {"cases": [header, *rows]}, "statements": []})
        environment = {**os.environ, "PGHOST": engine.folder, "PGUSER": "postgres"}
        return subprocess.run(["sh", "-eu", script], env=environment).returncode


if __name__ == "__main__":
    if sys.argv[1] == "walk":
        sys.exit(walk(*sys.argv[2:]))
    engines = {"sqlite": SQLite, "duckdb": DuckDB, "postgresql": PostgreSQL, "spark": Spark}
    with open(sys.argv[2], encoding="utf-8") as file:
        jobs = json.load(file)
    with engines[sys.argv[1]]() as engine:
        results = [engine.run(job) for job in jobs]
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(results, file)
