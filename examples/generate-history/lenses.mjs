// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Question id: phase, choices, and the choices without which the risk is high. */
const ML_QUESTIONS = {
  bg_goal: ['business_goal', 'BG', [1, 2, 7, 8], all(1, 2)],
  bg_feasibility: ['business_goal', 'BG', [3, 5], all(3)],
  bg_cost: ['business_goal', 'BG', [4], all(4)],
  bg_metrics: ['business_goal', 'BG', [6], all(6)],
  pf_outcome: ['problem_framing', 'PF', [1, 3, 4], all(1, 3)],
  pf_metrics: ['problem_framing', 'PF', [2, 6], all(2)],
  pf_data_strategy: ['problem_framing', 'PF', [5], all(5)],
  dc_sources: ['data_collection', 'DC', [1, 2, 3], all(2)],
  dc_governance: ['data_collection', 'DC', [4, 5], all(4)],
  dc_platform: ['data_collection', 'DC', [6, 7], any(6, 7)],
  dp_experiment: ['data_preparation', 'DP', [1, 2], all(1)],
  dp_integrity: ['data_preparation', 'DP', [3, 4], all(4)],
  dp_managed_etl: ['data_preparation', 'DP', [5], all(5)],
  dv_tools: ['data_visualization', 'DV', [1, 2], all(1)],
  dv_assumptions: ['data_visualization', 'DV', [3, 4], all(4)],
  fe_features: ['feature_engineering', 'FE', [1, 2], all(1)],
  fe_consistency: ['feature_engineering', 'FE', [3, 4], all(3)],
  mt_plan: ['model_training', 'MT', [1, 2], all(1)],
  mt_quality: ['model_training', 'MT', [3, 7], all(3)],
  mt_cost: ['model_training', 'MT', [4, 6, 8], any(4, 6)],
  mt_reuse: ['model_training', 'MT', [5], all(5)],
  me_business: ['model_evaluation', 'ME', [1, 2, 3], all(1, 2)],
  me_monitoring: ['model_evaluation', 'ME', [4, 5, 6], all(4)],
  me_batch: ['model_evaluation', 'ME', [7], all(7)],
  me_variants: ['model_evaluation', 'ME', [8], all(8)],
};
export const PHASES = [...new Set(Object.values(ML_QUESTIONS).map(q => q[0]))];

/** Likewise for version 1 of the company's own lens, which has no phases. */
const SERVICE_QUESTIONS = {
  srv_runbook: [null, 'RB', [1, 2], all(1)],
  srv_deploy: [null, 'DE', [1, 2, 3], has => has(1) && (has(2) || has(3))],
  srv_watch: [null, 'WA', [1, 2], any(1, 2)],
  srv_depend: [null, 'DP', [1, 2], all(1)],
  srv_restore: [null, 'RE', [1, 2], all(1)],
  srv_load: [null, 'LO', [1], all()],
};
const QUESTIONS = { ...ML_QUESTIONS, ...SERVICE_QUESTIONS };

export const ML_LENS = { id: 'aws-ml-lens', questions: ML_QUESTIONS };
const SERVICE_LENS = 'kirihafen-service-readiness';
/** Lenses that a story can be about, by the words of its `lens:` line. */
export const LENSES = {
  'aws-ml-lens': ML_LENS,
  [`${SERVICE_LENS} 1`]: {
    id: SERVICE_LENS,
    // Said in every answer: later versions are there when the history is imported.
    version: '1',
    questions: SERVICE_QUESTIONS,
  },
};

function all(...ids) {
  return has => ids.every(has);
}
function any(...ids) {
  return has => ids.some(has);
}

/** Digits of choice ids, where they are not two. */
const DIGITS = { srv_depend: 1 };

export const choiceId = (question, number) => {
  const [, prefix] = QUESTIONS[question];
  return `${prefix}${String(number).padStart(DIGITS[question] ?? 2, '0')}`;
};

/** The choices of a question, and whether those there are keep the risk from being high. */
export const choicesOf = question => {
  const [, , choices, enough] = QUESTIONS[question];
  return { choices, enough };
};
