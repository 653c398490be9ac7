// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  type LensDefinition,
  mlLensLensReadPermission,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { isNoneOfThese, type LensChoice } from '@ml-lens/lens-model';
import { Readable } from 'node:stream';
import { LENS_TYPE, type MlLensSource, PAGE_SIZE } from './source';

/** A question or a practice, with its guidance. */
export interface PracticeDocument extends IndexableDocument {
  lensId: string;
  lens: string;
  pillar: string;
  kind: 'question' | 'practice';
}

/** Collects what the published lenses ask for. */
export class LensCollatorFactory implements DocumentCollatorFactory {
  readonly type = LENS_TYPE;
  readonly visibilityPermission = mlLensLensReadPermission;

  constructor(private readonly source: MlLensSource) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<PracticeDocument> {
    const { client, tokenOf } = this.source;
    let cursor: string | undefined;
    do {
      const page = await client.call(
        'listLenses',
        { query: { status: 'PUBLISHED', limit: PAGE_SIZE, cursor } },
        { token: await tokenOf() },
      );
      for (const { id } of page.items) {
        yield* documentsOf(
          await client.call(
            'getLens',
            { path: { lensId: id } },
            { token: await tokenOf() },
          ),
        );
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}

function* documentsOf(lens: LensDefinition): Generator<PracticeDocument> {
  const lensId = lens.id;
  for (const pillar of lens.pillars) {
    for (const question of pillar.questions) {
      const common = {
        location: `/ml-lens/lenses/${encodeURIComponent(
          lensId,
        )}?tab=questions&question=${encodeURIComponent(question.id)}`,
        lensId,
        lens: lens.name,
        pillar: pillar.name,
      };
      yield {
        ...common,
        kind: 'question',
        title: question.title,
        text: textOf(
          question.description,
          question.helpfulResource?.displayText,
        ),
      };
      for (const choice of question.choices) {
        if (!isNoneOfThese(choice.id)) {
          yield {
            ...common,
            kind: 'practice',
            title: choice.title,
            text: textOf(
              question.title,
              choice.description,
              ...guidanceOf(choice),
            ),
          };
        }
      }
    }
  }
}

function guidanceOf(choice: LensChoice): (string | undefined)[] {
  return [
    choice.helpfulResource,
    choice.improvementPlan,
    ...(choice.additionalResources ?? []).flatMap(({ content }) => content),
  ].map(resource => resource?.displayText);
}

function textOf(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}
