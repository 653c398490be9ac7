"""Fills the database of an MLflow server with MLflow's own client, and prints what
the client says of every model when it asks the server.

    python fill_mlflow.py DATABASE_URI SERVER_URI MODELS VERSIONS
"""

import json
import sqlite3
import sys

import mlflow
from mlflow import MlflowClient
from mlflow.data.meta_dataset import MetaDataset
from mlflow.data.http_dataset_source import HTTPDatasetSource

database, server = sys.argv[1], sys.argv[2]
models, versions = int(sys.argv[3]), int(sys.argv[4])
mlflow.set_tracking_uri(database)
client = MlflowClient()
data = MetaDataset(HTTPDatasetSource("https://example.com/data.csv"), name="data")



def create_version(name, run):
    return client.create_model_version(
        name, source=f"{run.info.artifact_uri}/model", run_id=run.info.run_id
    )


def multiply(name, times):
    """Adds versions as copies of the first: thousands by the client take minutes."""
    with sqlite3.connect(database.removeprefix("sqlite:///"), timeout=60) as rows:
        rows.row_factory = sqlite3.Row
        first = dict(
            rows.execute("select * from model_versions where name = ?", [name]).fetchone()
        )
        columns = ", ".join(first)
        marks = ", ".join(f":{column}" for column in first)
        rows.executemany(
            f"insert into model_versions ({columns}) values ({marks})",
            [
                first
                | {
                    "version": 2 + index,
                    "creation_time": first["creation_time"] + 1 + index,
                    "storage_location": None,
                }
                for index in range(times)
            ],
        )


for number in range(models):
    name = f"model-{number:03d}"
    client.create_registered_model(
        name, description=f"What {name} is for" if number % 2 == 0 else ""
    )
    mlflow.set_experiment(f"experiment-{number % 3}")
    with mlflow.start_run() as run:
        if number % 3 == 0:
            mlflow.log_input(data, context="training")
        mlflow.log_metric("loss", 0.1)
    last = create_version(name, run)
    if versions > 2:
        multiply(name, versions - 2)
    if versions > 1:
        last = create_version(name, run)
    if number % 5 == 0:
        client.set_registered_model_alias(name, "champion", last.version)

mlflow.set_tracking_uri(server)
client = MlflowClient()
for model in client.search_registered_models(max_results=1000):
    found = client.search_model_versions(f"name='{model.name}'")
    latest = max(found, key=lambda version: int(version.version))
    run = client.get_run(latest.run_id) if latest.run_id else None
    print(
        json.dumps(
            {
                "name": model.name,
                "described": bool(model.description),
                "versions": len(found),
                "version": str(latest.version),
                "createdAt": latest.creation_timestamp,
                "aliases": sorted(
                    alias
                    for alias, version in model.aliases.items()
                    if str(version) == str(latest.version)
                ),
                "endedAt": run.info.end_time if run else None,
                "hasInputs": bool(run.inputs.dataset_inputs) if run else None,
            }
        )
    )
