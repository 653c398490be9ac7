// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError } from '@backstage/errors';
import { mlLensRoutes } from '@ml-lens/backstage-plugin-ml-lens-common/contract';
import { emptyAnswerState } from '@ml-lens/lens-model';
import { testDatabases } from '../__testUtils__/databases';
import {
  caller,
  phasedLens,
  workloadRecord,
} from '../__testUtils__/reviewFixtures';
import { KEY, otherLens, reviewInUse } from '../__testUtils__/serviceFixtures';
import { LensStore } from '../lenses/LensStore';
import { NEVER } from '../org/columns/figureCodes';
import { readDays, readNow } from '../org/columns/readFigures';

jest.setTimeout(120_000);

const databases = testDatabases();
const OTHER = { ...KEY, lensId: 'other' };

describe.each(databases.ids)('upgrades to another lens on %s', id => {
  async function setUp() {
    const used = await reviewInUse(await databases.create(id));
    await used.answer('goal', 'goal_a', 'goal_b');
    await used.answer('data', 'data_a');
    await used.answer('label', 'label_no');
    const carry = (toVersion?: string) =>
      used.upgrades.upgrade(KEY, { toLens: 'other', toVersion }, caller);
    return {
      ...used,
      carry,
      other: () => used.service.review(OTHER, undefined),
    };
  }

  it('fill in the other review and leave this one', async () => {
    const { carry, other, review, upgrades, service } = await setUp();
    const before = await review();
    const preview = await upgrades.preview(KEY, { toLens: 'other' });
    expect(mlLensRoutes.previewUpgrade.response.parse(preview)).toEqual(
      preview,
    );
    expect(preview).toMatchObject({
      from: { lens: 'phased', version: '1' },
      to: { lens: 'other', version: '7' },
      kept: [],
      reduced: [],
      added: ['label', 'drift'],
      dropped: ['label'],
      mapped: [
        { questionId: 'aim', choiceId: 'aim_a', confidence: 'same' },
        { questionId: 'source', choiceId: 'source_b', note: 'Ask again.' },
      ],
    });

    expect(await carry()).toEqual(preview);

    const { at: _, ...rest } = await review();
    expect(rest).toEqual({
      ...before,
      at: undefined,
      workload: { ...before.workload, lenses: ['phased', 'other'] },
    });
    const carried = await other();
    expect(carried.scorecard).toEqual(preview.after);
    expect(carried.answers.aim).toMatchObject({
      revision: 1,
      selectedChoices: ['aim_a'],
      updatedBy: 'user:default/mei',
    });
    const { items } = await service.history(OTHER, { limit: 10 });
    expect(items.map(({ type, source }) => [type, source])).toEqual([
      ['ANSWERED', 'UPGRADE'],
      ['ANSWERED', 'UPGRADE'],
    ]);
  });

  it('list the lens, also after the catalog is read again', async () => {
    const { carry, service, addWorkloads, workloads } = await setUp();
    await carry();
    await addWorkloads(workloadRecord('pricing', { title: 'Pricing' }));
    const details = await service.workload('pricing');
    expect(details.lenses).toEqual(['phased', 'other']);
    expect(details.reviews.map(({ lens }) => lens.id)).toEqual([
      'phased',
      'other',
    ]);
    expect(await workloads.resources(['pricing'])).toEqual([
      expect.objectContaining({ lensIds: ['phased', 'other'] }),
    ]);
  });

  it('touch nothing people answered there, and can be repeated', async () => {
    const { carry, other, editor } = await setUp();
    await carry();
    await editor.putAnswer(
      { ...OTHER, questionId: 'aim' },
      { revision: 1, selectedChoices: ['aim_no'] },
      caller,
    );
    const again = await carry();
    expect(again.mapped).toEqual([]);
    expect(again.kept).toEqual(['aim', 'source']);
    expect((await other()).answers.aim.selectedChoices).toEqual(['aim_no']);
  });

  it('are taken back while nobody answered since', async () => {
    const { carry, exporter, other, upgrades, editor, service } = await setUp();
    await carry();
    const undone = await upgrades.undo(OTHER, caller);
    expect(undone).toMatchObject({ dropped: ['aim', 'source'], kept: [] });
    expect((await other()).scorecard).toEqual(undone.after);
    expect((await other()).answers.aim).toMatchObject({
      risk: 'UNANSWERED',
      selectedChoices: [],
      revision: 2,
    });
    await carry();
    await upgrades.undo(OTHER, caller);
    await editor.putAnswer(
      { ...OTHER, questionId: 'aim' },
      { revision: 4, selectedChoices: ['aim_a'] },
      caller,
    );
    const { items } = await service.history(OTHER, {
      question: 'aim',
      limit: 9,
    });
    expect(items.map(({ source, before }) => [source, before])).toEqual([
      ['USER', emptyAnswerState()],
      ['UNDO', items[2].after],
      ['UPGRADE', null],
      ['UNDO', items[4].after],
      ['UPGRADE', null],
    ]);
    const lines: { question?: string; selectedChoices?: string[] }[] = [];
    for await (const line of await exporter.export(OTHER.workloadId)) {
      lines.push(JSON.parse(line));
    }
    expect(
      lines
        .filter(({ question }) => question === 'aim')
        .map(({ selectedChoices }) => selectedChoices),
    ).toEqual([['aim_a'], [], ['aim_a'], [], ['aim_a']]);
    await expect(upgrades.undo(OTHER, caller)).rejects.toThrow(ConflictError);
  });

  it('leave a review that is listed and counted only while something is answered', async () => {
    const { carry, editor, knex, other, service, upgrades } = await setUp();
    const listed = async () => {
      const { lenses, reviews } = await service.workload('pricing');
      const counted = new Set<string>();
      for await (const { figures } of readNow(knex)) {
        figures.forEach(({ lensId }) => counted.add(lensId));
      }
      const inTrend: string[] = [];
      for await (const { figures } of readDays(knex)) {
        inTrend.push(
          ...figures.flatMap(({ lensId, to }) =>
            to === NEVER ? [lensId] : [],
          ),
        );
      }
      const used = await new LensStore(knex).usage(
        ['phased', 'other'],
        undefined,
        [],
      );
      return [
        lenses,
        reviews.map(({ lens }) => lens.id),
        [...counted].sort().reverse(),
        inTrend.sort().reverse(),
        [...used.keys()].sort().reverse(),
      ];
    };
    const before = await listed();
    expect(before).toEqual(Array(5).fill(['phased']));
    await carry();
    expect(await listed()).not.toEqual(before);
    await upgrades.undo(OTHER, caller);
    expect(await listed()).toEqual(before);
    // As if it had never been: it can be made again.
    expect((await carry()).mapped).toHaveLength(2);
    expect((await other()).answers.aim.selectedChoices).toEqual(['aim_a']);
    await upgrades.undo(OTHER, caller);
    expect(await listed()).toEqual(before);

    await editor.putAnswer(
      { ...OTHER, questionId: 'aim' },
      { revision: 4, selectedChoices: ['aim_a'] },
      caller,
    );
    expect(await listed()).toEqual(Array(5).fill(['phased', 'other']));
  });

  it('need a mapping, and the version the other review is at', async () => {
    const { carry, publish, upgrades } = await setUp();
    publish(otherLens({ version: '8' }));
    await carry('7');
    await expect(carry('8')).rejects.toThrow(/is at version 7, not 8/);
    publish(phasedLens({ id: 'third' }));
    const unmapped = upgrades.upgrade(KEY, { toLens: 'third' }, caller);
    await expect(unmapped).rejects.toThrow(InputError);
    await expect(unmapped).rejects.toThrow(/toLens: no mapping/);
  });
});
