// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  parseEntityRef,
  RELATION_DEPENDS_ON,
  type Entity,
} from '@backstage/catalog-model';
import type {
  MlLensCollectedEvidence,
  MlLensEvidenceContext,
  MlLensEvidenceProvider,
} from '@ml-lens/backstage-plugin-ml-lens-node';
import { readEntities } from './targets';
import type { Deps } from '../deps';

const TECHDOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** What the catalog can tell about a workload. */
type Fact = 'owner' | 'docs' | 'production' | 'datasets' | 'models';

type Meaning = Pick<
  MlLensCollectedEvidence,
  'questionId' | 'choiceId' | 'verdict'
>;

/**
 * What a fact says about practices, by lens. The catalog shows that something
 * is written down, seldom that a practice is followed: only a list of data sets
 * supports one by itself, the rest is for information.
 */
const MEANINGS: Record<string, Partial<Record<Fact, Meaning>>> = {
  'aws-ml-lens': {
    owner: { questionId: 'dc_governance', choiceId: 'DC04', verdict: 'INFO' },
    docs: { questionId: 'bg_goal', choiceId: 'BG01', verdict: 'INFO' },
    production: {
      questionId: 'me_business',
      choiceId: 'ME03',
      verdict: 'INFO',
    },
    datasets: {
      questionId: 'dc_sources',
      choiceId: 'DC01',
      verdict: 'SUPPORTS',
    },
    models: { questionId: 'dc_governance', choiceId: 'DC05', verdict: 'INFO' },
  },
  'aws-ml-lens-2025': {
    owner: {
      questionId: 'MLOPS02',
      choiceId: 'MLOPS02_BP01',
      verdict: 'INFO',
    },
    datasets: {
      questionId: 'MLREL02',
      choiceId: 'MLREL02_BP01',
      verdict: 'SUPPORTS',
    },
    models: {
      questionId: 'MLOPS02',
      choiceId: 'MLOPS02_BP04',
      verdict: 'INFO',
    },
  },
};

/**
 * Reads the catalog: owner, documentation, lifecycle, and the data sets and
 * models a workload depends on. Says how many there are and never which: not
 * everybody who may read a review may see each of them.
 */
export class CatalogMetadataProvider implements MlLensEvidenceProvider {
  readonly id = 'catalog-metadata';
  readonly title = 'Software catalog';
  readonly lensIds = Object.keys(MEANINGS);

  constructor(private readonly deps: Pick<Deps, 'auth' | 'catalog'>) {}

  async collect({
    workload,
    lens,
    entities,
  }: MlLensEvidenceContext): Promise<MlLensCollectedEvidence[]> {
    const { datasets, models } = await this.#dependencies(entities);
    const facts: Partial<Record<Fact, string>> = {
      ...(workload.owner && { owner: 'The catalog names an owner' }),
      ...(entities.some(hasDocs) && {
        docs: 'Documentation is published in TechDocs',
      }),
      ...(workload.lifecycle === 'production' && {
        production: 'The catalog says that it is in production',
      }),
      ...(datasets > 0 && {
        datasets: `The catalog lists ${counted(
          datasets,
          'data set',
        )} it depends on`,
      }),
      ...(models > 0 && {
        models: `The catalog lists ${counted(models, 'model')} it depends on`,
      }),
    };
    return Object.entries(facts).flatMap(([fact, title]) => {
      const meaning = MEANINGS[lens.id]?.[fact as Fact];
      return meaning ? [{ ...meaning, title }] : [];
    });
  }

  /** How many data sets and models entities depend on. */
  async #dependencies(
    entities: readonly Entity[],
  ): Promise<{ datasets: number; models: number }> {
    const refs = new Set(
      entities
        .flatMap(entity => entity.relations ?? [])
        .filter(({ type }) => type === RELATION_DEPENDS_ON)
        .map(({ targetRef }) => targetRef)
        .filter(ref => parseEntityRef(ref).kind === 'resource'),
    );
    const resources = await readEntities(
      this.deps,
      [...refs],
      ['kind', 'metadata.namespace', 'metadata.name', 'spec.type'],
    );
    const types = [...resources.values()].map(resource =>
      String(resource.spec?.type ?? '').toLocaleLowerCase('en-US'),
    );
    return {
      datasets: types.filter(type => /^data-?set$/.test(type)).length,
      models: types.filter(type => /^(ml-)?model$/.test(type)).length,
    };
  }
}

function hasDocs({ metadata: { annotations = {} } }: Entity): boolean {
  return TECHDOCS_ANNOTATIONS.some(annotation => annotations[annotation]);
}

function counted(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}
