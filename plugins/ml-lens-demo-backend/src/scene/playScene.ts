// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensApi } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { Scene } from './scene';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Does what a scene tells, each thing as the person who does it and by the same
 * API as everybody: nothing is written past a permission. Once: where the last
 * waiver has been asked for, all was done before.
 *
 * @param apiOf - the API as a person of the demo, by the name in `users`
 * @returns whether anything was done
 */
export async function playScene(
  scene: Scene,
  options: { apiOf: (name: string) => Promise<MlLensApi>; now: () => Date },
): Promise<boolean> {
  const { apiOf } = options;
  const inDays = (count: number) =>
    new Date(options.now().getTime() + count * DAY).toISOString();
  const dayIn = (count: number) => inDays(count).slice(0, 'YYYY-MM-DD'.length);

  const last = scene.waivers[scene.waivers.length - 1];
  if (await isAskedFor(await apiOf(last.by), last)) {
    return false;
  }
  for (const { by, startsIn, dueIn, ...target } of scene.targets) {
    const api = await apiOf(by);
    const { items } = await api.call('listTargets');
    if (!items.some(({ name }) => name === target.name)) {
      await api.call('createTarget', {
        body: { ...target, startDate: dayIn(startsIn), dueDate: dayIn(dueIn) },
      });
    }
  }
  for (const plan of scene.plans) {
    const api = await apiOf(plan.by);
    const { items } = await api.call('listImprovements', {
      path: pathOf(plan),
    });
    const item = items.find(
      ({ questionId, choiceId }) =>
        questionId === plan.question && choiceId === plan.choice,
    );
    // Planned already, or in place.
    if (item?.revision === 0) {
      await api.call('putImprovement', {
        path: {
          ...pathOf(plan),
          questionId: plan.question,
          choiceId: plan.choice,
        },
        body: {
          revision: 0,
          status: plan.status,
          assignee: plan.assignee,
          dueDate: dayIn(plan.dueIn),
          link: null,
        },
      });
    }
  }
  for (const proposal of scene.proposals) {
    const api = await apiOf(proposal.by);
    const path = pathOf(proposal);
    const { answers } = await api.call('getReview', { path });
    const { question: questionId, choices, agent, notes } = proposal;
    await api.call('proposeAnswers', {
      path,
      body: {
        proposals: [
          {
            questionId,
            selectedChoices: choices,
            basedOn: answers[questionId]?.revision ?? 0,
            agent,
            ...(notes !== undefined && { notes }),
            citations: proposal.citations,
            confidence: proposal.confidence,
            key: `scene/${questionId}`,
          },
        ],
      },
    });
  }
  for (const waiver of scene.waivers) {
    const api = await apiOf(waiver.by);
    if (!(await isAskedFor(api, waiver))) {
      await api.call('requestWaiver', {
        path: pathOf(waiver),
        body: {
          questionId: waiver.question,
          reason: waiver.reason,
          expiresAt: inDays(waiver.expiresIn),
        },
      });
    }
  }
  return true;
}

async function isAskedFor(
  api: MlLensApi,
  waiver: Scene['waivers'][number],
): Promise<boolean> {
  const { items } = await api.call('listWaivers', { path: pathOf(waiver) });
  return items.some(({ questionId }) => questionId === waiver.question);
}

function pathOf({ workload, lens }: { workload: string; lens: string }) {
  return { workloadId: workload, lensId: lens };
}
