// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import type { MlLensModelRequest } from '@ml-lens/backstage-plugin-ml-lens-node';
import { mockServices } from '@backstage/backend-test-utils';
import { readModelFilesConfig } from './config';
import { ModelFilesSource } from './ModelFilesSource';

const ROOT = 'https://git.example.com/acme/';
const AT = new Date('2026-06-01T00:00:00Z');

const CARD = `---
library_name: sklearn
datasets: [acme/loans]
version: 1.4
---
# Loan default

## Intended use
Decides who is asked for more papers.

\`\`\`sh
# Limitations
\`\`\`
`;
const BOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { timestamp: '2026-05-01T00:00:00Z' },
  components: [
    { type: 'library', name: 'numpy' },
    {
      type: 'machine-learning-model',
      name: 'loan-default',
      version: '7',
      modelCard: {
        quantitativeAnalysis: { performanceMetrics: [{ type: 'AUC' }] },
      },
    },
  ],
});
const ML_MODEL = `flavors:
  sklearn: {}
run_id: 0123456789abcdef
utc_time_created: '2026-04-02 10:00:00.123456'
`;

/** Repositories that give these files; an error is thrown. */
function start(
  files: Record<string, string | Error | Record<string, string>>,
  allow = [ROOT],
) {
  const asked: string[] = [];
  const contentOf = (url: string, etag?: string) => {
    asked.push(url);
    const found = files[url.slice(ROOT.length)];
    if (found === undefined) {
      throw new NotFoundError('https://token@git.example.com is not there');
    }
    if (found instanceof Error) {
      throw found;
    }
    const now = JSON.stringify(found);
    if (etag === now) {
      throw new NotModifiedError();
    }
    return { found, etag: now };
  };
  const urlReader = mockServices.urlReader.mock({
    readUrl: async (url, options) => {
      const { found, etag } = contentOf(url, options?.etag);
      return {
        etag,
        lastModifiedAt: AT,
        buffer: async () => Buffer.from(found as string),
      };
    },
    readTree: async (url, options) => {
      const { found, etag } = contentOf(url, options?.etag);
      return {
        etag,
        archive: jest.fn(),
        dir: jest.fn(),
        files: async () =>
          Object.entries(found)
            .filter(([path]) => options?.filter?.(path) ?? true)
            .map(([path, text]) => ({
              path,
              content: async () => Buffer.from(text),
              lastModifiedAt: AT,
            })),
      };
    },
  });
  const source = new ModelFilesSource({
    urlReader,
    frequency: { hours: 1 },
    allow,
  });
  return {
    asked,
    async read(...paths: string[]) {
      const facts: Record<string, any> = {};
      const request: MlLensModelRequest = {
        names: paths.map(path => new URL(path, ROOT).href),
        logger: mockServices.logger.mock(),
        signal: new AbortController().signal,
      };
      for await (const fact of source.read(request)) {
        facts[fact.name.replace(ROOT, '')] = fact;
      }
      return facts;
    },
  };
}

describe('files of models', () => {
  it('tell what each kind of them can', async () => {
    const { read } = start({
      'x/MODEL_CARD.md': CARD,
      'x/loans.cdx.json': BOM,
      'x/MLmodel': ML_MODEL,
      'x/README.md': '# A service\n\nNo model.\n',
    });
    const facts = await read(
      'x/MODEL_CARD.md',
      'x/loans.cdx.json',
      'x/MLmodel',
      'x/README.md',
      'x/bom.json',
    );
    expect(facts).toEqual({
      'x/MODEL_CARD.md': {
        name: `${ROOT}x/MODEL_CARD.md`,
        url: `${ROOT}x/MODEL_CARD.md`,
        title: 'Loan default',
        latest: {
          version: '1.4',
          createdAt: AT.toISOString(),
          url: `${ROOT}x/MODEL_CARD.md`,
        },
        card: { present: true, url: `${ROOT}x/MODEL_CARD.md` },
        hasInputs: true,
      },
      'x/loans.cdx.json': expect.objectContaining({
        title: 'loan-default',
        latest: expect.objectContaining({
          version: '7',
          createdAt: '2026-05-01T00:00:00.000Z',
        }),
        card: expect.objectContaining({ present: true }),
        hasInputs: false,
      }),
      'x/MLmodel': expect.objectContaining({
        latest: expect.objectContaining({
          version: '0123456789ab',
          createdAt: '2026-04-02T10:00:00.123Z',
        }),
        lastTrainedAt: '2026-04-02T10:00:00.123Z',
        card: expect.objectContaining({ present: false }),
      }),
    });
  });

  it('of a folder tell it together', async () => {
    const { read } = start({
      'x/tree': {
        'MODEL_CARD.md': CARD.replace('version: 1.4\n', ''),
        'a/MLmodel': ML_MODEL,
        'a/bom.json': '{"half":',
        'train.py': 'import mlflow',
      },
      'x/empty': {},
    });
    const facts = await read('x/tree', 'x/empty');
    expect(Object.keys(facts)).toEqual(['x/tree']);
    expect(facts['x/tree']).toMatchObject({
      title: 'Loan default',
      latest: { version: '0123456789ab' },
      card: { present: true },
      hasInputs: true,
    });
  });

  it('are read again when they have changed', async () => {
    const files: Record<string, string> = { 'MODEL_CARD.md': CARD };
    const { read } = start(files);
    const before = await read('MODEL_CARD.md');
    expect(await read('MODEL_CARD.md')).toEqual(before);
    files['MODEL_CARD.md'] = CARD.replace('1.4', '1.5');
    expect((await read('MODEL_CARD.md'))['MODEL_CARD.md']).toMatchObject({
      latest: { version: '1.5' },
    });
  });

  it('that cannot be read are told without secrets, and stop no others', async () => {
    const timeout = Object.assign(new Error('x'), { name: 'AbortError' });
    const { read, asked } = start({
      'a/MLmodel': new Error('https://secret@git.example.com answered 500'),
      'b/MLmodel': new NotAllowedError('secret'),
      'c/MLmodel': timeout,
      'd/MLmodel': ML_MODEL,
      'e/MODEL_CARD.md': `${CARD}${'x'.repeat(1_000_001)}`,
    });
    const elsewhere = [
      'https://git.example.com/acme/../other/MLmodel',
      'https://git.example.com/acme/%2e%2e/other/MLmodel',
      'https://git.example.com/acme-evil/MLmodel',
      'file:///etc/passwd',
    ];
    const facts = await read(
      ...['a', 'b', 'c', 'd'].map(folder => `${folder}/MLmodel`),
      'e/MODEL_CARD.md',
      ...elsewhere,
    );
    const problems = Object.values(facts).map(
      ({ problem, lastTrainedAt }) => problem ?? lastTrainedAt,
    );
    expect(problems).toEqual([
      'The file cannot be read',
      'The portal has no integration that may read the file',
      'The host of the file does not answer in time',
      '2026-04-02T10:00:00.123Z',
      'The file is too large',
      ...[...new Set(elsewhere.map(url => new URL(url).href))].map(
        () => 'Files may not be read from this address',
      ),
    ]);
    expect(asked.every(url => url.startsWith(ROOT))).toBe(true);
  });
});

describe('the configuration', () => {
  const read = (files: any) =>
    readModelFilesConfig(new ConfigReader({ mlLens: { models: { files } } }));

  it('names what may be read', () => {
    expect(readModelFilesConfig(new ConfigReader({}))).toBeUndefined();
    expect(read({ allow: ['https://Git.example.com/acme'] })).toEqual({
      frequency: { hours: 1 },
      allow: [ROOT],
    });
    expect(() => read({})).toThrow(/files\.allow: needs an address/);
    expect(() => read({ allow: ['acme'] })).toThrow(/files\.allow: must be/);
  });
});
