/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import { OrgAnswers } from './OrgAnswers';

/** Answers that are given when the test says so. */
function setUp() {
  let version = 1;
  const begun: { give(answer: object): void; fail(error: Error): void }[] = [];
  const answers = new OrgAnswers(async () => `${version}`);
  return {
    begun,
    change: () => {
      version += 1;
    },
    ask: (key = 'q') =>
      answers.get(
        key,
        () =>
          new Promise<object>((give, fail) => {
            begun.push({ give, fail });
          }),
      ),
  };
}

/** Lets everything that can go on without the test go on. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('OrgAnswers', () => {
  it('works an answer out once, until something changes', async () => {
    const { ask, begun, change } = setUp();
    const first = ask();
    const second = ask();
    await settle();
    begun[0].give({ n: 1 });
    expect([await first, await second, await ask()]).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 1 },
    ]);
    expect(begun).toHaveLength(1);

    change();
    const third = ask();
    await settle();
    begun[1].give({ n: 2 });
    expect(await third).toEqual({ n: 2 });
    expect(await ask()).toEqual({ n: 2 });
  });

  it('never gives an answer that is older than the question', async () => {
    const { ask, begun, change } = setUp();
    const before = ask();
    await settle();
    change();
    const after = ask();
    change();
    const later = ask();
    await settle();
    // Both need a newer one, and share it.
    expect(begun).toHaveLength(1);
    begun[0].give({ n: 1 });
    await settle();
    begun[1].give({ n: 2 });
    expect([await before, await after, await later]).toEqual([
      { n: 1 },
      { n: 2 },
      { n: 2 },
    ]);
    expect(begun).toHaveLength(2);
    expect(await ask()).toEqual({ n: 2 });
  });

  it('keeps questions apart', async () => {
    const { ask, begun } = setUp();
    const both = [ask('a'), ask('b')];
    await settle();
    begun[0].give({ of: 'a' });
    begun[1].give({ of: 'b' });
    expect(await Promise.all(both)).toEqual([{ of: 'a' }, { of: 'b' }]);
  });

  it('asks again after a failure, also for those who waited', async () => {
    const { ask, begun, change } = setUp();
    const failing = ask();
    await settle();
    change();
    const waiting = ask();
    await settle();
    begun[0].fail(new Error('gone'));
    await expect(failing).rejects.toThrow('gone');
    await settle();
    begun[1].fail(new Error('still gone'));
    await expect(waiting).rejects.toThrow('still gone');
    const last = ask();
    await settle();
    begun[2].give({ n: 3 });
    expect(await last).toEqual({ n: 3 });
  });
});
