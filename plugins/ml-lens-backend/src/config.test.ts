// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import { readMlLensConfig } from './config';

const read = (mlLens?: object) =>
  readMlLensConfig(new ConfigReader(mlLens && ({ mlLens } as any)));

describe('readMlLensConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      defaultLenses: ['aws-ml-lens'],
      lensTargets: [],
      levels: undefined,
      links: 'sameOwner',
      gates: [],
      retiredLifecycles: ['deprecated', 'retired'],
      sync: { frequency: { minutes: 10 }, maxRemoved: 0.2 },
      history: { maxImportBytes: 50_000_000 },
      waivers: { approvers: [], maxDuration: { years: 1 } },
      proposals: { expireAfter: { days: 30 }, perHour: 5000 },
      freshness: {
        reviewEvery: { days: 90 },
        digestEvery: { weeks: 1 },
        stuckAfter: undefined,
      },
      notifications: { language: 'en' },
      evidence: { catalogMetadata: true },
      badges: false,
      retention: {},
      demoHistory: [],
    });
  });

  it('reads every key', () => {
    expect(
      read({
        defaultLenses: ['a', 'b', 'a'],
        lenses: [{ target: './lenses/*.yaml' }],
        levels: [
          { name: 'Low', from: 0 },
          { name: 'High', from: 80, noHigh: true },
        ],
        links: 'anyEntity',
        gates: [],
        retiredLifecycles: ['sunset'],
        sync: { frequency: { hours: 1 }, maxRemoved: 0.5 },
        history: { maxImportMegabytes: 5 },
        waivers: { maxDuration: 'P6M' },
        proposals: { expireAfter: '2 weeks', perHour: 100 },
        freshness: {
          reviewEvery: { days: 30 },
          digestEvery: '1d',
          stuckAfter: { days: 60 },
        },
        notifications: { language: 'ja' },
        evidence: { catalogMetadata: false },
        badges: true,
        retention: { evidence: { days: 365 }, notes: '5 days' },
        demo: { history: [{ target: './history/*.jsonl' }], users: {} },
      }),
    ).toEqual({
      defaultLenses: ['a', 'b'],
      links: 'anyEntity',
      lensTargets: ['./lenses/*.yaml'],
      levels: [
        { name: 'Low', from: 0 },
        { name: 'High', from: 80, noHigh: true },
      ],
      gates: [],
      retiredLifecycles: ['sunset'],
      sync: { frequency: { hours: 1 }, maxRemoved: 0.5 },
      history: { maxImportBytes: 5_000_000 },
      waivers: { approvers: [], maxDuration: { months: 6 } },
      proposals: { expireAfter: { weeks: 2 }, perHour: 100 },
      freshness: {
        reviewEvery: { days: 30 },
        digestEvery: { days: 1 },
        stuckAfter: { days: 60 },
      },
      notifications: { language: 'ja' },
      evidence: { catalogMetadata: false },
      badges: true,
      retention: { evidence: { days: 365 }, notes: { days: 5 } },
      demoHistory: [{ target: './history/*.jsonl' }],
    });
    expect(read({ sync: { frequency: '30m' } }).sync.frequency).toEqual({
      minutes: 30,
    });
  });

  it.each([
    [{ defaultLenses: [] }, 'mlLens.defaultLenses'],
    [{ defaultLenses: 'aws-ml-lens' }, 'mlLens.defaultLenses'],
    [{ defaultLenses: ['ok', 5] }, 'mlLens.defaultLenses.1'],
    [{ lenses: ['file.json'] }, 'mlLens.lenses.0'],
    [{ lenses: [{}] }, 'mlLens.lenses.0.target'],
    [{ levels: [] }, 'mlLens.levels'],
    [{ links: 'everybody' }, 'mlLens.links'],
    [{ levels: [{ name: 'A', from: 5 }] }, 'mlLens.levels.0.from'],
    [
      {
        levels: [
          { name: 'A', from: 0 },
          { name: 'B', from: 0 },
        ],
      },
      'mlLens.levels.1.from',
    ],
    [
      {
        levels: [
          { name: 'A', from: 0 },
          { name: 'A', from: 10 },
        ],
      },
      'mlLens.levels.1.name',
    ],
    [{ levels: [{ name: 'Not assessed', from: 0 }] }, 'mlLens.levels.0.name'],
    [{ levels: [{ name: 'A', from: 101 }] }, 'mlLens.levels.0.from'],
    [{ sync: { frequency: { seconds: 1 } } }, 'mlLens.sync.frequency'],
    [{ sync: { maxRemoved: 1.5 } }, 'mlLens.sync.maxRemoved'],
    [{ sync: { frequency: 'often' } }, 'mlLens.sync.frequency'],
    [{ history: { maxImportMegabytes: 0 } }, 'mlLens.history'],
    [{ waivers: { maxDuration: '1s' } }, 'mlLens.waivers.maxDuration'],
    [{ proposals: { perHour: 0 } }, 'mlLens.proposals.perHour'],
    [{ proposals: { expireAfter: '1s' } }, 'mlLens.proposals.expireAfter'],
    [{ freshness: { reviewEvery: '1s' } }, 'mlLens.freshness.reviewEvery'],
    [{ freshness: { stuckAfter: '12h' } }, 'mlLens.freshness.stuckAfter'],
    [{ freshness: { digestEvery: 'often' } }, 'mlLens.freshness.digestEvery'],
    [{ evidence: { catalogMetadata: 'no' } }, 'mlLens.evidence'],
    [{ retention: { notes: '1 hour' } }, 'mlLens.retention.notes'],
    [{ demo: { history: 'file' } }, 'mlLens.demo.history'],
  ])('names the key of %j', (mlLens, key) => {
    expect(() => read(mlLens)).toThrow(key);
  });

  it('names every bad key at once', () => {
    expect(() => read({ defaultLenses: [], lenses: 5 })).toThrow(
      /mlLens\.defaultLenses.*mlLens\.lenses/,
    );
  });
});
