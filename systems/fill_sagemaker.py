"""Fills moto's SageMaker with boto3, and prints what boto3 lists of every group.

    python fill_sagemaker.py URL GROUPS PACKAGES
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

url, groups, packages = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
client = boto3.client(
    "sagemaker",
    region_name="eu-central-1",
    endpoint_url=url,
    aws_access_key_id="test",
    aws_secret_access_key="test",
    config=Config(max_pool_connections=8),
)
STATUSES = ["Approved", "Rejected", "PendingManualApproval"]
ROLE = "arn:aws:iam::123456789012:role/sagemaker"


def fill(number):
    group = f"group-{number:03d}"
    client.create_model_package_group(ModelPackageGroupName=group)
    for version in range(packages):
        package = client.create_model_package(
            ModelPackageGroupName=group,
            ModelApprovalStatus=STATUSES[(number + version) % 3],
        )
    if number % 2 == 0:
        client.create_model_card(
            ModelCardName=group if number % 4 == 0 else f"card-{number}",
            Content=json.dumps({"model_overview": {"model_name": group}}),
            ModelCardStatus="Approved",
        )
    if number % 10 == 0:
        for name, index in (("blue", 1), ("green", packages)):
            arn = package["ModelPackageArn"].rsplit("/", 1)[0]
            client.create_model(
                ModelName=f"{group}-{name}",
                ExecutionRoleArn=ROLE,
                PrimaryContainer={"ModelPackageName": f"{arn}/{index}"},
            )
        client.create_endpoint_config(
            EndpointConfigName=f"{group}-config",
            ProductionVariants=[
                {
                    "VariantName": name,
                    "ModelName": f"{group}-{name}",
                    "InitialInstanceCount": 1,
                    "InstanceType": "ml.t2.medium",
                    "InitialVariantWeight": weight,
                }
                for name, weight in (("blue", 3.0), ("green", 1.0))
            ],
        )
        client.create_endpoint(
            EndpointName=f"{group}-endpoint", EndpointConfigName=f"{group}-config"
        )


with ThreadPoolExecutor(4) as pool:
    list(pool.map(fill, range(groups)))


def pages(operation, key, **options):
    for page in client.get_paginator(operation).paginate(**options):
        yield from page[key]


cards = set()
for card in pages("list_model_cards", "ModelCardSummaries"):
    content = client.describe_model_card(ModelCardName=card["ModelCardName"])
    cards.add(json.loads(content["Content"])["model_overview"]["model_name"])
served = {}
for endpoint in pages("list_endpoints", "Endpoints"):
    name = endpoint["EndpointName"]
    config = client.describe_endpoint(EndpointName=name)["EndpointConfigName"]
    variants = client.describe_endpoint_config(EndpointConfigName=config)
    for variant in variants["ProductionVariants"]:
        model = client.describe_model(ModelName=variant["ModelName"])
        arn = model["PrimaryContainer"]["ModelPackageName"]
        group, version = arn.split("model-package/")[1].split("/")
        served.setdefault(group, []).append([name, variant["VariantName"], version])
versions = {}
for one in pages(
    "list_model_packages", "ModelPackageSummaryList", ModelPackageType="Versioned"
):
    versions.setdefault(one["ModelPackageGroupName"], []).append(one)
for summary in pages("list_model_package_groups", "ModelPackageGroupSummaryList"):
    group = summary["ModelPackageGroupName"]
    found = versions[group]
    latest = max(found, key=lambda one: one["ModelPackageVersion"])
    print(
        json.dumps(
            {
                "name": group,
                "versions": len(found),
                "version": str(latest["ModelPackageVersion"]),
                "approval": latest["ModelApprovalStatus"],
                "createdAt": int(latest["CreationTime"].timestamp() * 1000),
                "card": group in cards,
                "served": sorted(served.get(group, [])),
            }
        )
    )
