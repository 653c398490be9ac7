// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import { proposalsOn, proposed } from '../__testUtils__/proposalFixtures';
import { caller } from '../__testUtils__/reviewFixtures';
import { KEY, reviewInUse } from '../__testUtils__/serviceFixtures';

jest.setTimeout(300_000);

const databases = testDatabases();
const QUESTIONS = ['goal', 'data', 'label', 'drift'];
const AGENTS = ['reader', 'other'];

const choicesOf = (letters: readonly string[], questionId: string) =>
  letters.map(letter => `${questionId}_${letter}`);
const someChoices = fc.constantFrom(['a'], ['b'], ['a', 'b'], ['no']);
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('PROPOSE', 'ACCEPT', 'CHANGE', 'REJECT'),
    question: fc.constantFrom(...QUESTIONS),
    agent: fc.constantFrom(...AGENTS),
    choices: someChoices,
  }),
  { maxLength: 14 },
);

describe.each(databases.ids)('any sequence of proposals on %s', id => {
  it('leaves what the accepted answers alone would leave', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const { propose, decide, review, list } = await proposalsOn(
          await databases.create(id),
        );
        const accepted: [question: string, choices: string[]][] = [];
        for (const { what, question, agent, choices } of sequence) {
          const { revision } = (await review()).answers[question];
          const selectedChoices = choicesOf(choices, question);
          if (what === 'PROPOSE') {
            await propose(
              proposed({
                questionId: question,
                basedOn: revision,
                selectedChoices,
                agent: { name: agent },
              }),
            );
            continue;
          }
          const { items } = await list.list(KEY, {
            status: ['OPEN'],
            question,
            agent,
            limit: 100,
          });
          // One at most: a newer one took the place of the others.
          expect(items.length).toBeLessThanOrEqual(1);
          for (const open of items) {
            await decide(open.id, {
              revision,
              decision: what as 'ACCEPT',
              ...(what === 'CHANGE' && { answer: { selectedChoices } }),
            });
            if (what !== 'REJECT') {
              accepted.push([
                question,
                what === 'CHANGE' ? selectedChoices : open.selectedChoices,
              ]);
            }
          }
        }

        const alone = await reviewInUse(await databases.create(id));
        for (const [questionId, selectedChoices] of accepted) {
          const { revision } = (await alone.review()).answers[questionId];
          await alone.editor.putAnswer(
            { ...KEY, questionId },
            { revision, selectedChoices },
            caller,
          );
        }
        const [was, is] = [await alone.review(), await review()];
        expect(is.scorecard).toEqual(was.scorecard);
        expect(is.phases.map(({ status }) => status)).toEqual(
          was.phases.map(({ status }) => status),
        );
        for (const question of QUESTIONS) {
          const { proposal, updatedAt, ...answer } = is.answers[question];
          const { updatedAt: _, ...expected } = was.answers[question];
          expect(answer).toEqual(expected);
          expect(proposal === undefined).toBe(updatedAt === null);
        }
      }),
      { numRuns: id === 'SQLITE_3' ? 30 : 6 },
    );
  });
});
