"""The schema of the benchmark: models of ten columns, each but the first belonging to an earlier one, with three rows and
a query each. Whoever is measured gets the same tables, in its own language."""

import random

SEED = 1
# As joinery, SQLAlchemy, DBML and LinkML call them.
COLUMNS = [
    ("name", "string(80)", "String(80)", "varchar(80)", "string"),
    ("title", "string", "String(255)", "varchar(255)", "string"),
    ("count", "integer?", "Integer", "int", "integer"),
    ("number", "bigint", "BigInteger", "bigint", "integer"),
    ("price", "decimal(12,2)", "Numeric(12, 2)", '"decimal(12,2)"', "decimal"),
    ("day", "date?", "Date", "date", "date"),
    ("flag", "boolean", "Boolean", "boolean", "boolean"),
    ("ratio", "double", "Double", "double", "double"),
    ("remark", "text?", "Text", "text", "string"),
    ("code", "string(40)", "String(40)", "varchar(40)", "string"),
]


def parents(count):
    """For each model but the first the number of the one it belongs to."""
    numbers = random.Random(SEED)
    return {number: numbers.randrange(1, number) for number in range(2, count + 1)}


def joinery(count, is_changed=False):
    """The schema in the language of joinery; changed in one column of the model in the middle."""
    parent = parents(count)
    lines = ["database: bench", "models:"]
    for model in range(1, count + 1):
        lines += [f"  Model{model}:", "    columns:"]
        for name, kind, *_ in COLUMNS[:-1]:
            if is_changed and model == (count + 1) // 2 and name == "title":
                kind = "string(100)"
            lines.append(f"      {name}: {kind}")
        lines.append("      code: { type: string(40), unique: true }")
        if model in parent:
            lines += ["    belongsTo:", f"      parent: Model{parent[model]}?"]
    lines.append("seeds:")
    for model in range(1, count + 1):
        lines.append(f"  Model{model}:")
        for row in range(1, 4):
            lines.append(
                f"    - {{ name: row {row}, title: 'It''s row {row} of {model}', count: {row}, number: 12345{row}, "
                f"price: 12.5{row}, day: 2024-01-0{row}, flag: true, ratio: 1.5, remark: words and words, "
                f"code: key{row} }}")
    lines.append("queries:")
    for model in range(1, count + 1):
        lines += [f"  findModel{model}:", f"    from: Model{model}"]
        if model in parent:
            lines.append("    include: [parent]")
        lines.append("    where: { code: $code }")
    return "\n".join(lines) + "\n"


def sqlalchemy(count):
    """A module that declares the tables."""
    parent = parents(count)
    lines = ["from sqlalchemy import *", "metadata = MetaData()"]
    for model in range(1, count + 1):
        lines += [f'Table("model{model}", metadata,', '  Column("id", Integer, primary_key=True),']
        for name, kind, alchemy, *_ in COLUMNS:
            unique = ", unique=True" if name == "code" else ""
            lines.append(f'  Column("{name}", {alchemy}, nullable={kind.endswith("?")}{unique}),')
        if model in parent:
            lines.append(f'  Column("parentId", Integer, ForeignKey("model{parent[model]}.id")),')
        lines.append(")")
    return "\n".join(lines) + "\n"


def dbml(count):
    """The tables in DBML."""
    parent = parents(count)
    lines = []
    for model in range(1, count + 1):
        lines += [f"Table model{model} {{", "  id int [pk, increment]"]
        for name, kind, _, dbml_kind, _ in COLUMNS:
            settings = ["unique"] if name == "code" else []
            settings.append("null" if kind.endswith("?") else "not null")
            lines.append(f'  {name} {dbml_kind} [{", ".join(settings)}]')
        if model in parent:
            lines.append(f"  parentId int [ref: > model{parent[model]}.id]")
        lines.append("}")
    return "\n".join(lines) + "\n"


def linkml(count):
    """The tables as classes of LinkML."""
    parent = parents(count)
    lines = [
        "id: https://example.org/bench", "name: bench", "imports: [linkml:types]",
        "prefixes: { linkml: https://w3id.org/linkml/ }", "default_range: string", "classes:",
    ]
    for model in range(1, count + 1):
        lines += [f"  Model{model}:", "    attributes:", "      id: { identifier: true, range: integer }"]
        for name, kind, _, _, linkml_kind in COLUMNS:
            required = "" if kind.endswith("?") else ", required: true"
            lines.append(f"      {name}: {{ range: {linkml_kind}{required} }}")
        if model in parent:
            lines.append(f"      parent: {{ range: Model{parent[model]} }}")
    return "\n".join(lines) + "\n"
