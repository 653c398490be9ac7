"""Fills an MLflow server and prints what its own client says of every model.

    python fill_mlflow.py URI MODELS VERSIONS
"""

import json
import sys

import mlflow
from mlflow import MlflowClient
from mlflow.data.meta_dataset import MetaDataset
from mlflow.data.http_dataset_source import HTTPDatasetSource

uri, models, versions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
mlflow.set_tracking_uri(uri)
client = MlflowClient()
data = MetaDataset(HTTPDatasetSource("https://example.com/data.csv"), name="data")

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
    for _ in range(versions):
        last = client.create_model_version(
            name,
            source=f"{run.info.artifact_uri}/model",
            run_id=run.info.run_id,
        )
    if number % 5 == 0:
        client.set_registered_model_alias(name, "champion", last.version)

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
