// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { emptyAnswer } from '@ml-lens/lens-model';
import {
  mkdir,
  mkdtemp,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../__testUtils__/runCli';
import { startFakeBackend } from '../__testUtils__/fakeBackend';
import { PUBLIC_LAYOUTS } from './__fixtures__/publicLayouts';
import { REPOSITORIES } from './__fixtures__/repositories';
import { repositoryOf } from './git';
import { BUILTIN_RULES } from './rules/builtin';
import { checkRules } from './rules/ScanRules';
import { proposalsOf, scan } from './scan';

jest.setTimeout(120_000);

const [rules2020, rules2025] = BUILTIN_RULES;
const SCRIPT = '\u001b[31m\u202e';
let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'ml-lens-scan-')));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Record<string, string | Buffer>) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

const choicesOf = ({ findings }: Awaited<ReturnType<typeof scan>>) =>
  findings.map(({ choice }) => choice).sort();

describe('a scan', () => {
  it.each(Object.entries({ ...REPOSITORIES, ...PUBLIC_LAYOUTS }))(
    'finds in %s what was written down by hand',
    async (_, { files, inPlace, inPlace2025 }) => {
      await write(files);
      expect(choicesOf(await scan(root, rules2020))).toEqual(
        [...inPlace].sort(),
      );
      expect(choicesOf(await scan(root, rules2025))).toEqual(
        [...inPlace2025].sort(),
      );
    },
  );

  it('is right nine times in ten', () => {
    const layouts = Object.values(PUBLIC_LAYOUTS);
    const found = layouts.flatMap(({ inPlace, inPlace2025 }) => [
      ...inPlace,
      ...inPlace2025,
    ]);
    const wrong = layouts.flatMap(layout => layout.wrong);
    expect(layouts.length).toBeGreaterThanOrEqual(10);
    expect(1 - wrong.length / found.length).toBeGreaterThanOrEqual(0.9);
  });

  it('quotes each line as it stands there', async () => {
    for (const { files } of Object.values(REPOSITORIES)) {
      await rm(root, { recursive: true });
      await write(files);
      for (const rules of BUILTIN_RULES) {
        const { findings } = await scan(root, rules);
        for (const { path: file, line, quote } of findings.flatMap(
          ({ shownBy }) => shownBy,
        )) {
          const content = files[file].split('\n')[line - 1];
          // In a notebook a line of code is a text within JSON.
          expect(content).toContain(
            file.endsWith('.ipynb')
              ? JSON.stringify(quote).slice(1, -1)
              : quote,
          );
        }
      }
    }
  });

  it('is broken by nothing that lies there', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'ml-lens-outside-'));
    await writeFile(
      path.join(outside, 'train.py'),
      'import mlflow\nmlflow.autolog()\n',
    );
    await write({
      'binary.py': Buffer.from([0, 1, 2, 3]),
      'latin.py': Buffer.from([0x23, 0xe9, 0x0a]),
      'huge.py': `import mlflow\nmlflow.autolog()\n${'x'.repeat(1_000_001)}`,
      'long.py': `x = "${'('.repeat(200_000)}"`,
      'broken.ipynb': '{"cells": [',
      'odd.ipynb': '{"cells": [null, 3, {"cell_type": "code"}]}',
      'pyproject.toml': '[project\nname =',
      'dvc.yaml': 'stages: &a [*a]',
      'model/MLmodel': ':\n  - :',
      'bomb/dvc.yaml': [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...Array.from('bcdefghi').map(
          (letter, i) =>
            `${letter}: &${letter} [${Array(9)
              .fill(`*${'abcdefghi'[i]}`)
              .join(', ')}]`,
        ),
      ].join('\n'),
      'sbom/ml-bom.json':
        '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":3}]}',
      [`odd ${SCRIPT}/train.py`]: 'import wandb\nwandb.init()\n',
    });
    await symlink(outside, path.join(root, 'linked'));
    await symlink(root, path.join(root, 'loop'));
    await symlink('/etc/passwd', path.join(root, 'requirements.txt'));
    await symlink('nowhere', path.join(root, 'gone.py'));
    const { findings } = await scan(root, rules2020);
    expect(
      findings.map(({ choice, shownBy }) => [choice, shownBy[0].path]),
    ).toEqual([['MT07', `odd ${SCRIPT}/train.py`]]);
    await rm(outside, { recursive: true });
  });

  it('looks at 20,000 files within 5 seconds', async () => {
    const { files } = REPOSITORIES['an endpoint in Terraform'];
    await write(files);
    const code =
      'import os\n\ndef step(x):\n    return os.path.join(x)\n'.repeat(10);
    const modules = Array.from({ length: 200 }, (_, i) => `module_${i}.py`);
    for (let folder = 0; folder < 100; folder++) {
      await write(
        Object.fromEntries(
          modules.map(name => [`src/${folder}/${name}`, code]),
        ),
      );
    }
    const begun = performance.now();
    const scanned = await scan(root, rules2020);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(scanned.files).toBeGreaterThan(20_000);
    expect(choicesOf(scanned)).toEqual(['ME04', 'ME05', 'ME08']);
  });
});

describe('what is proposed', () => {
  const at = { repo: 'github.com/acme/x', commit: '0123abcdef' };
  const finding = (choice: string) => ({
    question: 'me_monitoring',
    choice,
    note: 'It is watched.',
    confidence: 0.8,
    shownBy: [{ name: 'n', path: 'a.py', line: 3, quote: 'watch()' }],
  });
  const answer = (...selectedChoices: string[]) => ({
    me_monitoring: { ...emptyAnswer(), revision: 4, selectedChoices },
  });

  it('adds to what the answer says, with a citation each', () => {
    const [proposal] = proposalsOf(
      [finding('ME04'), finding('ME05')],
      answer('ME05'),
      at,
    );
    expect(proposal).toMatchObject({
      questionId: 'me_monitoring',
      selectedChoices: ['ME05', 'ME04'],
      basedOn: 4,
      agent: { name: 'ml-lens scan' },
      citations: [
        { choiceId: 'ME04', ...at, path: 'a.py', lines: '3', quote: 'watch()' },
      ],
    });
    expect(
      proposalsOf([finding('ME04')], answer('me_monitoring_no'), at),
    ).toMatchObject([{ selectedChoices: ['ME04'] }]);
  });

  it('is nothing where the answer says it, or the lens does not ask', () => {
    expect(proposalsOf([finding('ME04')], answer('ME04'), at)).toEqual([]);
    expect(proposalsOf([finding('ME04')], {}, at)).toEqual([]);
  });

  it('has the same key for the same finding at the same commit', () => {
    const keyAt = (commit: string) =>
      proposalsOf([finding('ME04')], answer(), { ...at, commit })[0].key;
    expect(keyAt('0123abc')).toBe(keyAt('0123abc'));
    expect(keyAt('0123abc')).not.toBe(keyAt('0123abd'));
  });
});

describe('rules', () => {
  it('of one’s own are checked', () => {
    expect(() =>
      checkRules(
        { lens: 'mine', rules: [{ question: 'q', when: [] }] },
        'r.yaml',
      ),
    ).toThrow(/r\.yaml.*rules\.0\.choice.*rules\.0\.when/s);
    expect(() =>
      checkRules(
        {
          lens: 'mine',
          rules: [
            {
              question: 'q',
              choice: 'c',
              note: 'n',
              confidence: 1,
              when: [{ anyOf: ['x'], match: '(' }],
            },
          ],
        },
        'r.yaml',
      ),
    ).toThrow('is no pattern');
  });

  it.each(BUILTIN_RULES.map(rules => [rules.lens, rules] as const))(
    'of %s are as rules must be',
    (_, rules) => {
      expect(checkRules(rules, 'builtin')).toEqual(rules);
    },
  );

  it.each([
    ['https://user:secret@github.com/acme/x.git', 'github.com/acme/x'],
    ['git@gitlab.acme.example:ml/x.git', 'gitlab.acme.example/ml/x'],
    ['ssh://git@github.com:22/acme/x', 'github.com/acme/x'],
    ['/srv/git/x.git', undefined],
    ['../x', undefined],
  ])('the remote %s is %s', (remote, expected) => {
    expect(repositoryOf(remote)).toBe(expected);
  });
});

describe('ml-lens scan', () => {
  const cli = (...args: string[]) => runCli(['scan', root, ...args]);

  it('says what it found, and nothing that would work on a terminal', async () => {
    await write({
      ...REPOSITORIES['runs that are tracked'].files,
      'train.py': `import mlflow\nmlflow.autolog() # ${SCRIPT}\n`,
    });
    const { code, stdout, stderr } = await cli();
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'mt_quality MT07  Runs, their parameters and metrics are tracked. (85 % sure)',
        '    train.py:1  import mlflow',
        '    train.py:2  mlflow.autolog() # ⟨U+001B⟩[31m⟨U+202E⟩',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('1 practice of aws-ml-lens shown by 3 files.\n');
  });

  it('proposes what is new, for somebody to decide on', async () => {
    await write(REPOSITORIES['notebooks alone'].files);
    const backend = await startFakeBackend(({ method }) =>
      method === 'GET'
        ? { json: { answers: { dv_tools: emptyAnswer() } } }
        : { status: 201, json: { items: [], created: 1 } },
    );
    const args = [
      ...['--post', '--workload', 'sales', '--url', backend.url],
      ...['--token', 'secret', '--repo', 'acme/sales', '--commit', '0123abc'],
    ];
    expect((await cli(...args, '--dry-run')).code).toBe(0);
    expect(backend.received).toEqual([]);
    const { code, stderr } = await cli(...args);
    expect(stderr).toContain('Proposed 1 answers. Somebody has to decide');
    expect(code).toBe(0);
    const [read, sent] = backend.received;
    expect(read.path).toBe('/api/ml-lens/workloads/sales/reviews/aws-ml-lens');
    expect(sent).toMatchObject({ method: 'POST', token: 'secret' });
    expect(JSON.parse(sent.body).proposals).toMatchObject([
      {
        questionId: 'dv_tools',
        selectedChoices: ['DV01'],
        citations: [{ repo: 'acme/sales', commit: '0123abc' }, {}],
      },
    ]);
    await backend.close();
  });

  it('takes rules of the author of a lens', async () => {
    await write({
      'rules.yaml': `lens: mine
rules:
  - question: images
    choice: pinned
    note: Images are pinned.
    confidence: 0.9
    when:
      - anyOf: ['dockerfile/*']
`,
      Dockerfile: `FROM python@sha256:${'a'.repeat(64)}\n`,
    });
    const { stdout } = await cli(
      ...['--rules', path.join(root, 'rules.yaml'), '--format', 'json'],
    );
    expect(JSON.parse(stdout).findings).toMatchObject([
      { question: 'images', choice: 'pinned', shownBy: [{ line: 1 }] },
    ]);
  });

  it('says what it needs', async () => {
    expect((await runCli(['scan', path.join(root, 'none')])).stderr).toContain(
      'is no folder',
    );
    expect((await cli('--lens', 'none')).stderr).toContain('--rules names');
    expect((await cli('--post')).stderr).toContain('--workload');
    expect((await cli('--post', '--workload', 'x')).stderr).toContain(
      '--repo and --commit',
    );
  });
});
