// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  compileLens,
  emptyAnswerState,
  evaluateAnswer,
  parseLens,
  type CompiledLens,
} from '@ml-lens/lens-model';
import { builtinLensFiles } from './lensFiles';

// What answers, imports and mappings out there refer to: ids of the edition of
// April 2020 are for good. The tables are written out, so that no change of
// the file passes unseen.

const PILLARS = [
  'operationalExcellence',
  'security',
  'reliability',
  'performance',
  'costOptimization',
];

/** In lifecycle order: phase, its phases of CRISP-DM, and the services named. */
const PHASES: [id: string, crispDm: string[], services: string[]][] = [
  ['business_goal', ['Business Understanding'], []],
  ['problem_framing', ['Data Understanding'], []],
  [
    'data_collection',
    ['Data Understanding'],
    [
      'sagemaker',
      'sagemaker-ground-truth',
      'glue',
      'emr',
      's3',
      'lake-formation',
      'direct-connect',
      'snowball',
      'snowmobile',
      'storage-gateway',
      'snowball-edge',
      'kinesis-data-firehose',
    ],
  ],
  [
    'data_preparation',
    ['Data Preparation'],
    [
      'sagemaker',
      'sagemaker-ground-truth',
      'glue',
      'emr',
      'sagemaker-inference-pipeline',
    ],
  ],
  [
    'data_visualization',
    ['Data Understanding'],
    ['sagemaker', 'athena', 'kinesis-data-analytics', 'quicksight'],
  ],
  [
    'feature_engineering',
    ['Data Preparation'],
    ['sagemaker', 'sagemaker-processing'],
  ],
  [
    'model_training',
    ['Modeling'],
    [
      'sagemaker',
      'sagemaker-debugger',
      'sagemaker-autopilot',
      'dlami',
      'dl-containers',
      'emr',
      'ecr',
      'ecs',
    ],
  ],
  [
    'model_evaluation',
    ['Evaluation', 'Deployment'],
    [
      'sagemaker',
      'sagemaker-inference-pipeline',
      'sagemaker-model-monitor',
      'sagemaker-neo',
      'elastic-inference',
      'emr',
      'dlami',
    ],
  ],
];

/** Question, phase, pillar, practices, and without which the risk is high. */
const QUESTIONS = `
  bg_goal          business_goal       operationalExcellence BG01,BG02,BG07,BG08 BG01&BG02
  bg_feasibility   business_goal       reliability           BG03,BG05           BG03
  bg_cost          business_goal       costOptimization      BG04                BG04
  bg_metrics       business_goal       performance           BG06                BG06
  pf_outcome       problem_framing     operationalExcellence PF01,PF03,PF04      PF01&PF03
  pf_metrics       problem_framing     performance           PF02,PF06           PF02
  pf_data_strategy problem_framing     reliability           PF05                PF05
  dc_sources       data_collection     reliability           DC01,DC02,DC03      DC02
  dc_governance    data_collection     security              DC04,DC05           DC04
  dc_platform      data_collection     operationalExcellence DC06,DC07           DC06|DC07
  dp_experiment    data_preparation    performance           DP01,DP02           DP01
  dp_integrity     data_preparation    reliability           DP03,DP04           DP04
  dp_managed_etl   data_preparation    costOptimization      DP05                DP05
  dv_tools         data_visualization  performance           DV01,DV02           DV01
  dv_assumptions   data_visualization  reliability           DV03,DV04           DV04
  fe_features      feature_engineering performance           FE01,FE02           FE01
  fe_consistency   feature_engineering reliability           FE03,FE04           FE03
  mt_plan          model_training      operationalExcellence MT01,MT02           MT01
  mt_quality       model_training      reliability           MT03,MT07           MT03
  mt_cost          model_training      costOptimization      MT04,MT06,MT08      MT04|MT06
  mt_reuse         model_training      performance           MT05                MT05
  me_business      model_evaluation    operationalExcellence ME01,ME02,ME03      ME01&ME02
  me_monitoring    model_evaluation    reliability           ME04,ME05,ME06      ME04
  me_batch         model_evaluation    costOptimization      ME07                ME07
  me_variants      model_evaluation    performance           ME08                ME08
`
  .trim()
  .split('\n')
  .map(line => {
    const [id, phase, pillar, practices, needed] = line.trim().split(/\s+/);
    return { id, phase, pillar, practices: practices.split(','), needed };
  });

const SERVICES = [
  'athena',
  'direct-connect',
  'dl-containers',
  'dlami',
  'ecr',
  'ecs',
  'elastic-inference',
  'emr',
  'glue',
  'kinesis-data-analytics',
  'kinesis-data-firehose',
  'lake-formation',
  'quicksight',
  's3',
  'sagemaker',
  'sagemaker-autopilot',
  'sagemaker-debugger',
  'sagemaker-ground-truth',
  'sagemaker-inference-pipeline',
  'sagemaker-model-monitor',
  'sagemaker-neo',
  'sagemaker-processing',
  'snowball',
  'snowball-edge',
  'snowmobile',
  'storage-gateway',
];

/** Practices the article does not list; the others are from its lists. */
const OTHER_ORIGINS = {
  FE01: 'article-activity',
  FE02: 'supplement',
  FE03: 'article-activity',
  FE04: 'supplement',
};

const STACK_LAYERS = [
  ['ai-services', 'low', 'shortest', 'least'],
  ['ml-services', 'medium', 'medium', 'high'],
  ['frameworks', 'high', 'longest', 'full'],
];

const byId = <T extends { id: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Every set of practices but the empty one. */
function selections(practices: string[]): string[][] {
  return Array.from({ length: 2 ** practices.length - 1 }, (_, index) =>
    practices.filter((__, bit) => Math.floor((index + 1) / 2 ** bit) % 2 === 1),
  );
}

describe('the lens aws-ml-lens 2020-04', () => {
  let lens: CompiledLens;
  beforeAll(async () => {
    for await (const { target, text } of builtinLensFiles()) {
      if (target.endsWith('aws-ml-lens-2020-04.yaml')) {
        const { document, errors } = parseLens(text);
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        const { id, version } = document!;
        lens = compileLens(document!, { id: id!, version: version! });
      }
    }
  });

  it('is of that id and version', () => {
    expect([lens.id, lens.version]).toEqual(['aws-ml-lens', '2020-04']);
    expect(Object.keys(lens.document.locales ?? {})).toContain('ja');
  });

  it('has the five pillars of the edition', () => {
    expect(lens.document.pillars.map(({ id }) => id)).toEqual(PILLARS);
  });

  it('has the eight phases, with those of CRISP-DM and their services', () => {
    expect(
      lens.document.phases!.map(({ id, crispDm, services }) => [
        id,
        crispDm,
        services,
      ]),
    ).toEqual(PHASES);
    expect(lens.document.services!.map(({ id }) => id).sort()).toEqual(
      SERVICES,
    );
  });

  it('has 25 questions, each with its phase, pillar and practices', () => {
    expect(
      byId(
        lens.document.pillars.flatMap(pillar =>
          pillar.questions.map(({ id, phase, choices }) => ({
            id,
            phase,
            pillar: pillar.id,
            choices: choices.map(choice => choice.id),
          })),
        ),
      ),
    ).toEqual(
      byId(
        QUESTIONS.map(({ id, phase, pillar, practices }) => ({
          id,
          phase,
          pillar,
          choices: [...practices, `${id}_no`],
        })),
      ),
    );
    expect(QUESTIONS).toHaveLength(25);
    expect(QUESTIONS.flatMap(({ practices }) => practices)).toHaveLength(50);
  });

  it.each(QUESTIONS)(
    'takes $id for high risk without $needed, for none with everything',
    ({ id, practices, needed }) => {
      const question = lens.question(id)!;
      const riskOf = (selectedChoices: string[]) =>
        evaluateAnswer(question, { ...emptyAnswerState(), selectedChoices })
          .risk;
      const isMet = (selected: string[]) =>
        needed.includes('|')
          ? needed.split('|').some(practice => selected.includes(practice))
          : needed.split('&').every(practice => selected.includes(practice));
      for (const selected of selections(practices)) {
        const some = isMet(selected) ? 'MEDIUM' : 'HIGH';
        const expected = selected.length === practices.length ? 'NONE' : some;
        expect([selected, riskOf(selected)]).toEqual([selected, expected]);
      }
      expect(riskOf([`${id}_no`])).toBe('HIGH');
    },
  );

  it('says which practices the article does not list', () => {
    const origins = lens.document.pillars.flatMap(({ questions }) =>
      questions.flatMap(({ id, choices }) =>
        choices
          .filter(choice => choice.id !== `${id}_no`)
          .map(choice => [choice.id, choice.origin] as const),
      ),
    );
    const others = origins.filter(([, origin]) => origin !== 'article');
    expect(Object.fromEntries(others)).toEqual(OTHER_ORIGINS);
  });

  it('has three layers of the ML stack with their ratings', () => {
    expect(
      lens.document.stackLayers!.map(layer => [
        layer.id,
        layer.skill,
        layer.timeToMarket,
        layer.customization,
      ]),
    ).toEqual(STACK_LAYERS);
  });
});
