"""What others need for the tables alone, run in a process of its own: `peers.py NAME INPUT`, and the SQL goes to standard
output. `peers.py NAME` alone tells whether the peer is installed."""

import runpy
import sys


def sqlalchemy(path):
    from sqlalchemy.dialects import mysql
    from sqlalchemy.schema import CreateTable

    metadata = runpy.run_path(path)["metadata"]
    dialect = mysql.dialect()
    for table in metadata.sorted_tables:
        print(CreateTable(table).compile(dialect=dialect))


def pydbml(path):
    from pydbml import PyDBML

    with open(path) as file:
        print(PyDBML(file.read()).sql)


def linkml(path):
    from linkml.generators.sqltablegen import SQLTableGenerator

    print(SQLTableGenerator(path, dialect="mysql+pymysql").generate_ddl())


if len(sys.argv) == 2:
    __import__(sys.argv[1])
else:
    {"sqlalchemy": sqlalchemy, "pydbml": pydbml, "linkml": linkml}[sys.argv[1]](sys.argv[2])
