// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { MlLensModelRequest } from '@ml-lens/backstage-plugin-ml-lens-node';
import { ConfigReader } from '@backstage/config';
import { readSageMakerConfig } from './config';
import type { SageMakerSource } from './SageMakerSource';
import { startSageMaker } from './__testUtils__/startSageMaker';

jest.setTimeout(60_000);

const seconds = (iso: string) => Date.parse(iso) / 1000;
const AT = '2026-06-01T00:00:00.000Z';
const HOUR_MS = 3_600_000;

const arnOf = (group: string, version: number) =>
  `arn:aws:sagemaker:eu-central-1:123456789012:model-package/${group}/${version}`;

const version = (group: string, number: number, approval = 'Approved') => ({
  ModelPackageArn: arnOf(group, number),
  ModelPackageGroupName: group,
  ModelPackageVersion: number,
  ModelApprovalStatus: approval,
  ModelPackageStatus: 'Completed',
  CreationTime: seconds(AT) + number,
});

/** A listing in pages of two. */
const paged =
  (key: string, items: object[]) =>
  ({ NextToken: token = '0' }: { NextToken?: string }) => {
    const next = Number(token) + 2;
    return {
      [key]: items.slice(Number(token), next),
      ...(next < items.length && { NextToken: String(next) }),
    };
  };

const listings = (groups: string[], versions: object[]) => ({
  ListModelPackageGroups: paged(
    'ModelPackageGroupSummaryList',
    groups.map(name => ({ ModelPackageGroupName: name })),
  ),
  ListModelPackages: ({
    ModelPackageGroupName: group,
    ...input
  }: Record<string, string>) =>
    paged(
      'ModelPackageSummaryList',
      versions.filter(
        one =>
          group === undefined ||
          (one as { ModelPackageGroupName: string }).ModelPackageGroupName ===
            group,
      ),
    )(input),
  DescribeModelPackageGroup: ({
    ModelPackageGroupName: name,
  }: Record<string, string>) =>
    groups.includes(name)
      ? { ModelPackageGroupName: name }
      : { status: 400, error: 'ResourceNotFound' },
});

const warnings: string[] = [];

async function read(source: SageMakerSource, names: string[]) {
  const facts: Record<string, any> = {};
  const request = {
    names,
    logger: { warn: (text: string) => warnings.push(text) },
    signal: new AbortController().signal,
  } as unknown as MlLensModelRequest;
  for await (const fact of source.read(request)) {
    facts[fact.name] = fact;
  }
  return facts;
}

beforeEach(() => {
  warnings.length = 0;
});

describe('model package groups', () => {
  const names = Array.from({ length: 12 }, (_, i) => `group-${i}`);
  const versions = names.flatMap(name => [
    version(name, 1),
    version(name, 10, 'PendingManualApproval'),
    version(name, 9, 'Rejected'),
  ]);

  it.each([
    ['one by one', names.slice(0, 3), 3 + 3 * 2],
    ['by one listing', names, 6 + 18],
  ])('are asked for %s', async (_, wanted, calls) => {
    const { source, asked } = await startSageMaker(listings(names, versions));
    const facts = await read(source, [...wanted, 'gone']);
    expect(Object.keys(facts).sort()).toEqual([...wanted].sort());
    expect(facts['group-1']).toEqual({
      name: 'group-1',
      url: 'https://studio.example.com/group-1',
      versions: 3,
      latest: {
        version: '10',
        approval: 'PendingManualApproval',
        createdAt: '2026-06-01T00:00:10.000Z',
        url: 'https://studio.example.com/group-1',
      },
    });
    const own = asked.filter(one => /Package/.test(one));
    expect(own.length).toBeLessThanOrEqual(calls + 1);
    // What the account may not do is said once.
    await read(source, [...wanted]);
    expect(warnings.sort()).toEqual([
      "SageMaker 'main': endpoints may not be read, so nothing is said of them",
      "SageMaker 'main': model cards may not be read, so nothing is said of them",
      "SageMaker 'main': monitoring may not be read, so nothing is said of them",
    ]);
  });

  it('have a card by its name, by what it says, or with a version', async () => {
    const { source, asked } = await startSageMaker({
      ...listings(
        ['named', 'told', 'own', 'bare'],
        ['named', 'told', 'own', 'bare'].map(name => version(name, 1)),
      ),
      ListModelCards: paged('ModelCardSummaries', [
        { ModelCardName: 'named', LastModifiedTime: seconds(AT) },
        { ModelCardName: 'card-7', LastModifiedTime: seconds(AT) },
        { ModelCardName: 'odd', LastModifiedTime: seconds(AT) },
      ]),
      DescribeModelCard: ({ ModelCardName: name }) => ({
        Content:
          name === 'card-7'
            ? JSON.stringify({
                model_package_details: { model_package_group_name: 'told' },
              })
            : 'no JSON',
      }),
      DescribeModelPackage: ({ ModelPackageName: arn }) =>
        arn === arnOf('own', 1)
          ? { ModelCard: { ModelCardContent: '{}', ModelCardStatus: 'Draft' } }
          : {},
    });
    const asks = ['named', 'told', 'own', 'bare'];
    const cards = async () =>
      Object.values(await read(source, asks)).map(({ card }) => card.present);
    expect(await cards()).toEqual([true, true, true, false]);
    const before = asked.length;
    expect(await cards()).toEqual([true, true, true, false]);
    // Nothing has changed: no text is read again.
    expect(asked.slice(before)).not.toContain('DescribeModelCard');
    expect(asked.slice(before)).not.toContain('DescribeModelPackage');
  });
});

describe('endpoints and monitoring', () => {
  const now = Date.now();
  const ago = (hours: number) => (now - hours * HOUR_MS) / 1000;
  const execution = (name: string, status: string, hours: number) => ({
    MonitoringScheduleName: name,
    MonitoringExecutionStatus: status,
    CreationTime: ago(hours),
    LastModifiedTime: ago(hours),
    ScheduledTime: ago(hours),
  });
  const schedule = (name: string, endpoint: string, status = 'Scheduled') => ({
    MonitoringScheduleName: name,
    EndpointName: endpoint,
    MonitoringScheduleStatus: status,
    CreationTime: ago(100),
    LastModifiedTime: ago(100),
  });

  it('are told of the groups they serve', async () => {
    let modified = 1;
    const { source, asked } = await startSageMaker({
      ...listings(
        ['fraud', 'idle', 'calm'],
        [version('fraud', 3), version('idle', 1), version('calm', 1)],
      ),
      ListEndpoints: () => ({
        Endpoints: ['fraud-prod', 'calm-prod'].map(name => ({
          EndpointName: name,
          EndpointStatus: 'InService',
          LastModifiedTime: modified,
        })),
      }),
      DescribeEndpoint: ({ EndpointName: name }) => ({
        EndpointConfigName: `${name}-config`,
        ProductionVariants: [
          { VariantName: 'blue', CurrentWeight: 9 },
          { VariantName: 'green', CurrentWeight: 1 },
        ],
      }),
      DescribeEndpointConfig: ({ EndpointConfigName: name }) => ({
        ProductionVariants:
          name === 'fraud-prod-config'
            ? [
                { VariantName: 'blue', ModelName: 'fraud-2' },
                { VariantName: 'green', ModelName: 'fraud-3' },
              ]
            : [{ VariantName: 'blue', ModelName: 'calm-1' }],
      }),
      DescribeModel: ({ ModelName: name }) => ({
        PrimaryContainer: {
          ModelPackageName: arnOf(name.split('-')[0], name.split('-')[1]),
        },
      }),
      ListMonitoringSchedules: paged('MonitoringScheduleSummaries', [
        schedule('drift', 'fraud-prod'),
        schedule('quality', 'fraud-prod'),
        schedule('stopped', 'fraud-prod', 'Stopped'),
        schedule('fine', 'calm-prod'),
        schedule('of-others', 'theirs'),
      ]),
      ListMonitoringExecutions: paged('MonitoringExecutionSummaries', [
        execution('drift', 'InProgress', 0),
        execution('drift', 'CompletedWithViolations', 1),
        execution('drift', 'Completed', 2),
        execution('quality', 'Failed', 2),
        execution('stopped', 'Completed', 3),
        execution('fine', 'Completed', 4),
      ]),
    });
    const facts = await read(source, ['fraud', 'idle', 'calm']);
    expect(facts.fraud).toMatchObject({
      served: [
        { endpoint: 'fraud-prod', variant: 'blue', version: '2', share: 0.9 },
        { endpoint: 'fraud-prod', variant: 'green', version: '3', share: 0.1 },
      ],
      alarms: { rules: 3, firing: 1, silent: 2 },
    });
    expect(facts.calm).toMatchObject({
      served: [{ endpoint: 'calm-prod', version: '1', share: 1 }],
      alarms: { rules: 1, firing: 0, silent: 0 },
    });
    // Nothing serves it: whether it is watched is no question.
    expect(facts.idle.alarms).toBeUndefined();

    const before = asked.length;
    await read(source, ['fraud']);
    expect(asked.slice(before)).not.toContain('DescribeEndpoint');
    modified += 1;
    await read(source, ['fraud']);
    expect(asked.slice(before)).toContain('DescribeEndpoint');
  });
});

describe('trouble', () => {
  const good = () => ({ ModelPackageGroupName: 'a' });
  const listed = { ListModelPackages: () => ({ ModelPackageSummaryList: [] }) };
  const throttled = { status: 400, error: 'ThrottlingException' };

  it('that passes is waited for', async () => {
    const { source } = await startSageMaker({
      ...listed,
      DescribeModelPackageGroup: (_, call) =>
        [throttled, { status: 500 }, good()][call - 1] ?? good(),
    });
    expect(await read(source, ['a'])).toMatchObject({ a: { versions: 0 } });
  });

  it.each<[string, any, string]>([
    ['throttling', throttled, 'is asked too often'],
    ['an error', { status: 500 }, 'answered with 500'],
    ['silence', 'silence', 'does not answer in time'],
    ['half a page', 'half a page', 'gave an answer that cannot be read'],
    [
      'no rights',
      { status: 400, error: 'AccessDeniedException' },
      'refuses the credentials (403)',
    ],
    [
      'bad credentials',
      { status: 400, error: 'UnrecognizedClientException' },
      'refuses the credentials (400)',
    ],
  ])('that stays is told without secrets: %s', async (_, answer, problem) => {
    const broken = await startSageMaker({
      DescribeModelPackageGroup: () => answer,
    });
    const fine = await startSageMaker({
      ...listed,
      DescribeModelPackageGroup: ({ ModelPackageGroupName: name }) =>
        name === 'elsewhere'
          ? good()
          : { status: 400, error: 'ResourceNotFound' },
    });
    const facts = await read(
      broken.sourceOf(broken.account('broken'), fine.account('fine')),
      ['a', 'elsewhere', 'fine/gone'],
    );
    expect(facts).toEqual({
      a: { name: 'a', problem: `SageMaker 'broken' ${problem}` },
      elsewhere: expect.objectContaining({ versions: 0 }),
    });
  });

  it('of a server that is not there is told', async () => {
    const { account, sourceOf } = await startSageMaker({});
    const facts = await read(sourceOf(account('x', 'http://127.0.0.1:1')), [
      'a',
    ]);
    expect(facts.a.problem).toBe("SageMaker 'x' cannot be reached");
  });
});

describe('the configuration', () => {
  const read1 = (sagemaker: any) =>
    readSageMakerConfig(
      new ConfigReader({ mlLens: { models: { sagemaker } } }),
    );

  it('is optional, and has defaults', () => {
    expect(readSageMakerConfig(new ConfigReader({}))).toBeUndefined();
    expect(read1({ accounts: [{ region: 'eu-central-1' }] })).toEqual({
      frequency: { minutes: 10 },
      accounts: [{ id: 'sagemaker', region: 'eu-central-1' }],
    });
  });

  it.each<[object, RegExp]>([
    [{ accounts: [] }, /sagemaker\.accounts: needs an account or more/],
    [{ accounts: [{ region: 'a' }, { region: 'b' }] }, /an id of its own/],
    [
      { accounts: [{ region: 'a', accountId: '7' }] },
      /accounts\[0\]\.accountId/,
    ],
    [
      { accounts: [{ region: 'a', endpoint: 'x' }] },
      /endpoint: must be an addr/,
    ],
    [
      { frequency: { seconds: 1 }, accounts: [{ region: 'a' }] },
      /frequency: must be 1 minute or more/,
    ],
  ])('refuses %j', (bad, message) => {
    expect(() => read1(bad)).toThrow(message);
  });
});
