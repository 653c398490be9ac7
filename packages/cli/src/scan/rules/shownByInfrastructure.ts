// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { code, resources, settings, type Shown } from './conditions';

/* What infrastructure as code shows. */

export const modelMonitor: Shown = {
  note: 'A monitoring schedule watches the endpoint.',
  confidence: 0.85,
  when: [
    resources(
      'terraform/aws_sagemaker_monitoring_schedule',
      'cloudformation/AWS.SageMaker.MonitoringSchedule',
    ),
  ],
};

/**
 * What monitoring writes of data and quality. Errors and latency of an endpoint
 * say nothing of how good its model is.
 */
const QUALITY =
  '(namespace|metric_name)\\s*=\\s*".*(endpoints/(data|model|bias|explainability)-metrics|drift|accuracy|precision|recall|\\bf1|auc|rmse|mape)';

export const endpointAlarm: Shown = {
  note: 'An alarm watches how good the model is in production.',
  confidence: 0.75,
  sameFile: true,
  when: [resources('terraform/aws_cloudwatch_metric_alarm'), settings(QUALITY)],
};

export const variants: Shown = {
  note: 'A second production variant takes part of the traffic.',
  confidence: 0.85,
  sameFile: true,
  when: [
    resources('terraform/aws_sagemaker_endpoint_configuration'),
    settings('initial_variant_weight\\s*=\\s*0?\\.\\d*[1-9]'),
  ],
};

export const managedProcessing: Shown = {
  note: 'A managed service processes the data.',
  confidence: 0.85,
  when: [
    resources(
      'terraform/aws_glue_job',
      'terraform/aws_emr_cluster',
      'terraform/aws_emrserverless_application',
      'cloudformation/AWS.Glue.Job',
      'cloudformation/AWS.EMR.Cluster',
    ),
  ],
};

export const featureStore: Shown = {
  note: 'Features come from a feature store, in training and in production.',
  confidence: 0.85,
  when: [
    resources(
      'terraform/aws_sagemaker_feature_group',
      'cloudformation/AWS.SageMaker.FeatureGroup',
      'import/feast',
    ),
  ],
};

export const autoscaling: Shown = {
  note: 'The endpoint scales with its load.',
  confidence: 0.9,
  sameFile: true,
  when: [
    resources('terraform/aws_appautoscaling_target'),
    settings('sagemaker:variant'),
  ],
};

export const trafficShift: Shown = {
  note: 'A new model gets its traffic little by little.',
  confidence: 0.85,
  when: [
    resources('terraform/aws_sagemaker_endpoint'),
    settings(
      'blue_green_update_policy|rolling_update_policy|canary_size|linear_step_size',
    ),
  ],
};

export const encryptedTraffic: Shown = {
  note: 'Nodes of a training encrypt what they send each other.',
  confidence: 0.95,
  when: [
    {
      anyOf: [...code, 'terraform/line'],
      match:
        'encrypt_inter_container_traffic\\s*=\\s*true|enable_inter_container_traffic_encryption\\s*=\\s*true',
    },
  ],
};

export const isolated: Shown = {
  note: 'Training and models run without access to the network.',
  confidence: 0.8,
  when: [
    {
      anyOf: [...code, 'terraform/line'],
      match: 'enable_network_isolation\\s*=\\s*true',
    },
  ],
};

export const encrypted: Shown = {
  note: 'Data at rest is encrypted with a key of its own.',
  confidence: 0.8,
  sameFile: true,
  when: [
    resources('terraform/aws_s3_bucket_server_side_encryption_configuration'),
    settings('sse_algorithm\\s*=\\s*"aws:kms'),
  ],
};

export const lifecycle: Shown = {
  note: 'Data is moved or deleted after a while.',
  confidence: 0.8,
  when: [resources('terraform/aws_s3_bucket_lifecycle_configuration')],
};

export const budgets: Shown = {
  note: 'A budget watches the cost.',
  confidence: 0.75,
  when: [
    resources(
      'terraform/aws_budgets_budget',
      'cloudformation/AWS.Budgets.Budget',
    ),
  ],
};

export const dataLake: Shown = {
  note: 'Data lies in one catalogued store.',
  confidence: 0.75,
  when: [
    resources(
      'terraform/aws_lakeformation_resource',
      'terraform/aws_glue_catalog_database',
      'cloudformation/AWS.Glue.Database',
    ),
  ],
};
