// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import {
  readMlBom,
  readMlModel,
  readModelCard,
} from '@ml-lens/lens-model/model-files';
import { type Fact, lineWith, literal, MAX_LINE } from '../Fact';
import type { Reader } from './Reader';

/** A model card: front matter as model hubs have it, and its headings. */
export const modelCard: Reader = {
  wants: path => /(^|\/)(README|model[-_ ]?card)[\w-]*\.md$/i.test(path),
  read({ path, text }) {
    const card = readModelCard(text, path);
    if (!card) return [];
    const lines = text.split('\n');
    return [
      ...Object.keys(card.fields).map(
        (key): Fact => ({
          name: `model-card/${key}`,
          path,
          ...lineWith(text, new RegExp(`^${literal(key)}\\s*:`)),
        }),
      ),
      ...card.sections.map(
        ({ section, line }): Fact => ({
          name: `model-card/section/${section}`,
          path,
          line,
          quote: lines[line - 1].slice(0, MAX_LINE).trim(),
        }),
      ),
    ];
  },
};

/** A CycloneDX ML-BOM: models with their cards. Others are not looked at. */
export const mlBom: Reader = {
  wants: path => /(^|\/)(bom|[\w.-]*\.cdx|[\w.-]*ml-?bom)\.json$/i.test(path),
  async read({ path, text }) {
    const bom = JSON.parse(text);
    const models = readMlBom(bom);
    const version = Object.values(Spec.Version).find(
      known => known === bom.specVersion,
    );
    if (!models || !version) return [];
    const problems = await new Validation.JsonValidator(version).validate(text);
    if (problems !== null) return [];
    const at = (name: string, pattern: RegExp): Fact => ({
      name: `ml-bom/${name}`,
      path,
      ...lineWith(text, pattern),
    });
    return models.flatMap(model => [
      at('model', /machine-learning-model/),
      ...(model.datasets ? [at('datasets', /"datasets"/)] : []),
      ...(model.metrics ? [at('metrics', /"performanceMetrics"/)] : []),
      ...(model.limitations
        ? [at('limitations', /"technicalLimitations"/)]
        : []),
      ...(model.fairness ? [at('fairness', /"fairnessAssessments"/)] : []),
      ...(model.licenses ? [at('license', /"licenses"/)] : []),
    ]);
  },
};

/** An MLflow model: what it was trained with, and what it takes and gives. */
export const mlModel: Reader = {
  wants: path => /(^|\/)MLmodel$/.test(path),
  read: ({ path, text }) =>
    (readMlModel(text)?.keys ?? []).map(key => ({
      name: `mlmodel/${key}`,
      path,
      ...lineWith(text, new RegExp(`^${key}\\s*:`)),
    })),
};
