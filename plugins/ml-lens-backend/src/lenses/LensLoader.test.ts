// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { LensDocument } from '@ml-lens/lens-model';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { systemClock } from '../clock';
import { testDatabases } from '../__testUtils__/databases';
import { smallLens } from '../__testUtils__/lensFixtures';
import { DefaultLensService } from './DefaultLensService';
import { LensEditor } from './LensEditor';
import {
  allLensFiles,
  builtinLensFiles,
  configuredLensFiles,
  type LensFile,
} from './lensFiles';
import { LensLoader } from './LensLoader';
import { LensStore } from './LensStore';

jest.setTimeout(120_000);

const databases = testDatabases();

async function* files(
  origin: 'builtin' | 'config',
  ...documents: (LensDocument | string)[]
) {
  for (const [index, document] of documents.entries()) {
    const text = typeof document === 'string' ? document : stringify(document);
    yield { target: `file-${index}`, text, origin };
  }
}

async function collect(source: AsyncIterable<LensFile>) {
  const found: LensFile[] = [];
  for await (const file of source) {
    found.push(file);
  }
  return found;
}

describe.each(databases.ids)('LensLoader on %p', databaseId => {
  async function setUp() {
    const store = new LensStore(await databases.create(databaseId));
    const service = new DefaultLensService({ store });
    const logger = mockServices.logger.mock();
    const loader = new LensLoader({
      clock: systemClock,
      store,
      service,
      logger,
    });
    return { store, service, logger, loader };
  }

  it('publishes the lenses this package brings, once', async () => {
    const { store, loader } = await setUp();
    for (let start = 0; start < 2; start++) {
      await loader.load(allLensFiles([], [], mockServices.urlReader.mock()));
      expect(await store.reports()).toEqual([]);
      expect([...(await store.publishedVersions())]).toEqual([
        ['aws-ml-lens', '2020-04'],
        ['aws-ml-lens-2025', '2025-11'],
      ]);
    }
    expect(await store.versions('aws-ml-lens')).toEqual([
      expect.objectContaining({
        status: 'PUBLISHED',
        origin: 'builtin',
        seq: 1,
        created_by: 'plugin:ml-lens',
      }),
    ]);
  });

  it.each(['builtin', 'config'] as const)(
    'takes no risk levels of a version that named none, %s',
    async origin => {
      const { store, loader } = await setUp();
      await loader.load(files(origin, smallLens()));
      const lens = smallLens();
      lens.pillars[0].questions[0].choices[0].riskLevel = 'HIGH';
      await loader.load(files(origin, lens));
      expect(await store.reports()).toHaveLength(1);
    },
  );

  it('takes over new words of a version, and nothing else', async () => {
    const { store, service, loader, logger } = await setUp();
    await loader.load(files('builtin', smallLens()));
    await service.compiled('small', '1.0');

    const reworded = smallLens();
    reworded.pillars[0].questions[0].title = 'Better words';
    await loader.load(files('builtin', reworded));
    expect(
      (await service.compiled('small', '1.0')).question('backups')?.title,
    ).toBe('Better words');
    expect(await store.reports()).toEqual([]);

    const stricter = smallLens();
    stricter.pillars[0].questions[0].riskRules.splice(1, 1);
    await loader.load(files('builtin', stricter));
    expect(
      (await service.compiled('small', '1.0')).question('backups')?.rules,
    ).toHaveLength(3);
    expect(await store.reports()).toEqual([
      {
        target: 'file-0',
        problems: [
          {
            pointer: '',
            code: 'VERSION_TAKEN',
            message: expect.stringContaining('give the file a new version'),
          },
        ],
        seenAt: expect.any(String),
      },
    ]);
    expect(logger.warn).toHaveBeenCalled();
  });

  it('leaves what people imported alone', async () => {
    const { store, loader } = await setUp();
    const editor = new LensEditor({ clock: systemClock, store });
    await editor.import(JSON.stringify(smallLens()), {
      by: 'user:default/mika',
    });
    await loader.load(files('config', smallLens({ name: 'Other' })));
    expect(await store.get('small', '1.0')).toMatchObject({
      status: 'DRAFT',
      name: 'Small lens',
    });
    expect(await store.reports()).toHaveLength(1);
  });

  it('publishes a new version after the old, and tells whether it is major', async () => {
    const { store, loader } = await setUp();
    const next = smallLens({ version: '2.0' });
    next.pillars[0].questions[0].weight = 2;
    await loader.load(files('config', smallLens(), next));
    expect(
      (await store.versions('small')).map(row => [
        row.version,
        row.seq,
        Boolean(row.is_major),
      ]),
    ).toEqual([
      ['2.0', 2, true],
      ['1.0', 1, true],
    ]);
  });

  it('survives two replicas that start at once', async () => {
    const { store, service, logger } = await setUp();
    await Promise.all(
      [1, 2].map(async () => {
        await new LensLoader({
          clock: systemClock,
          store,
          service,
          logger,
        }).load(files('builtin', smallLens()));
      }),
    );
    expect(await store.versions('small')).toHaveLength(1);
  });

  it('reports broken files and goes on', async () => {
    const { store, loader } = await setUp();
    await loader.load(files('config', 'nonsense', '{', smallLens()));
    expect([...(await store.publishedVersions()).keys()]).toEqual(['small']);
    expect((await store.reports()).map(report => report.target)).toEqual([
      'file-0',
      'file-1',
    ]);
    await loader.load(files('config', smallLens()));
    expect(await store.reports()).toEqual([]);
  });
});

describe('lens files', () => {
  let directory: string;
  const urlReader = mockServices.urlReader.mock();

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'ml-lens-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('are found by glob, in order', async () => {
    await writeFile(path.join(directory, 'b.yaml'), 'b');
    await writeFile(path.join(directory, 'a.yaml'), 'a');
    await writeFile(path.join(directory, 'c.txt'), 'c');
    const found = await collect(
      configuredLensFiles(path.join(directory, '*.yaml'), urlReader),
    );
    expect(found.map(file => file.text)).toEqual(['a', 'b']);
  });

  it('that are missing or too large are named', async () => {
    const large = path.join(directory, 'large.json');
    await writeFile(large, 'x'.repeat(500_001));
    for (const target of [large, path.join(directory, 'none-*.json')]) {
      const [file] = await collect(configuredLensFiles(target, urlReader));
      expect(file).toMatchObject({ target, error: expect.any(Error) });
    }
  });

  it('are read from URLs', async () => {
    urlReader.search.mockResolvedValueOnce({
      etag: '',
      files: [
        {
          url: 'https://git.example/a.yaml',
          content: async () => Buffer.from('a'),
        },
      ],
    });
    expect(
      await collect(
        configuredLensFiles('https://git.example/*.yaml', urlReader),
      ),
    ).toEqual([{ target: 'https://git.example/a.yaml', text: 'a' }]);
    urlReader.search.mockRejectedValueOnce(new Error('no integration'));
    const [file] = await collect(
      configuredLensFiles('https://git.example/*.yaml', urlReader),
    );
    expect(file.error).toMatchObject({ message: 'no integration' });
  });

  it('of this package are there', async () => {
    const found = await collect(builtinLensFiles());
    expect(found.map(file => path.basename(file.target))).toEqual([
      'aws-ml-lens-2020-04.yaml',
      'aws-ml-lens-2025-11.yaml',
    ]);
  });
});
