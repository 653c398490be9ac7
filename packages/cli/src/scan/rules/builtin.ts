// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Shown } from './conditions';
import type { ScanRules } from './ScanRules';
import * as code from './shownByCode';
import * as infrastructure from './shownByInfrastructure';

/** Practices by what shows them. */
function rulesOf(
  lens: string,
  practices: readonly [question: string, choice: string, ...shown: Shown[]][],
): ScanRules {
  return {
    lens,
    rules: practices.flatMap(([question, choice, ...shown]) =>
      shown.map(each => ({ question, choice, ...each })),
    ),
  };
}

/** The rules that come with the command, for the lenses that come with ML Lens. */
export const BUILTIN_RULES: readonly ScanRules[] = [
  rulesOf('aws-ml-lens', [
    ['dc_governance', 'DC04', code.dataOwners],
    ['dc_governance', 'DC05', code.dataVersions],
    ['dc_platform', 'DC07', infrastructure.dataLake],
    ['dp_integrity', 'DP04', code.expectations, code.schemaChecks],
    ['dp_managed_etl', 'DP05', infrastructure.managedProcessing],
    ['dv_tools', 'DV01', code.profiling],
    [
      'fe_consistency',
      'FE03',
      code.featurePipeline,
      infrastructure.featureStore,
    ],
    ['fe_features', 'FE02', code.featureSelection],
    ['mt_quality', 'MT07', code.experimentTracking],
    ['mt_reuse', 'MT05', code.baseModel, code.fineTuning],
    ['mt_cost', 'MT04', code.managedTraining, code.trainingJob],
    ['mt_cost', 'MT06', code.earlyStopping],
    ['mt_cost', 'MT08', code.managedTuning],
    ['me_monitoring', 'ME04', infrastructure.endpointAlarm],
    ['me_monitoring', 'ME05', infrastructure.modelMonitor, code.driftDetection],
    ['me_monitoring', 'ME06', code.trainingOnDrift],
    ['me_variants', 'ME08', infrastructure.variants],
    ['me_batch', 'ME07', code.batchTransform],
    ['pf_metrics', 'PF02', code.measured, code.measuredInCard],
  ]),
  rulesOf('aws-ml-lens-2025', [
    ['MLOPS02', 'MLOPS02_BP04', code.dataVersions],
    ['MLOPS03', 'MLOPS03_BP01', code.profiling],
    ['MLOPS03', 'MLOPS03_BP02', code.dataVersions, code.experimentTracking],
    ['MLOPS04', 'MLOPS04_BP01', code.trainAndDeploy],
    ['MLOPS06', 'MLOPS06_BP02', infrastructure.modelMonitor],
    ['MLSEC01', 'MLSEC01_BP01', code.licenceChecks],
    ['MLSEC02', 'MLSEC02_BP01', infrastructure.encrypted],
    ['MLSEC03', 'MLSEC03_BP04', code.dataVersions],
    ['MLSEC04', 'MLSEC04_BP01', infrastructure.isolated],
    ['MLSEC04', 'MLSEC04_BP02', infrastructure.encryptedTraffic],
    ['MLREL02', 'MLREL02_BP01', infrastructure.dataLake],
    ['MLREL02', 'MLREL02_BP02', code.dataPipeline],
    ['MLREL03', 'MLREL03_BP01', code.trainAndDeploy],
    [
      'MLREL03',
      'MLREL03_BP02',
      infrastructure.featureStore,
      code.featurePipeline,
    ],
    ['MLREL03', 'MLREL03_BP04', code.biasChecks],
    [
      'MLREL04',
      'MLREL04_BP02',
      infrastructure.variants,
      infrastructure.trafficShift,
    ],
    ['MLREL05', 'MLREL05_BP01', infrastructure.autoscaling],
    ['MLPERF02', 'MLPERF02_BP01', code.measured, code.measuredInCard],
    ['MLPERF06', 'MLPERF06_BP02', code.explained],
    [
      'MLPERF06',
      'MLPERF06_BP03',
      code.driftDetection,
      infrastructure.modelMonitor,
    ],
    ['MLPERF06', 'MLPERF06_BP04', infrastructure.endpointAlarm],
    ['MLPERF06', 'MLPERF06_BP05', code.scheduledTraining],
    ['MLCOST03', 'MLCOST03_BP03', infrastructure.managedProcessing],
    ['MLCOST03', 'MLCOST03_BP04', infrastructure.featureStore],
    ['MLCOST04', 'MLCOST04_BP06', code.managedTraining, code.trainingJob],
    ['MLCOST04', 'MLCOST04_BP07', code.distributed],
    ['MLCOST04', 'MLCOST04_BP10', code.warmStart],
    ['MLCOST04', 'MLCOST04_BP11', code.tuning],
    ['MLCOST04', 'MLCOST04_BP12', infrastructure.budgets],
    ['MLSUS02', 'MLSUS02_BP01', code.baseModel],
    ['MLSUS03', 'MLSUS03_BP02', infrastructure.lifecycle],
  ]),
];
