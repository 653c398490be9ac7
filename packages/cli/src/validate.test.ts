// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIXTURES, runCli } from './__testUtils__/runCli';

jest.setTimeout(60_000);

describe('ml-lens lens validate', () => {
  it('says that good files can be imported', async () => {
    const { code, stdout, stderr } = await runCli([
      'lens',
      'validate',
      'good.yaml',
    ]);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'good.yaml: can be imported (1 pillar, 1 question, 2 choices)\n1 file: 0 errors, 0 warnings\n',
    );
    expect(code).toBe(0);
  });

  it('lists every problem with its place and fails', async () => {
    const { code, stdout, stderr } = await runCli([
      'lens',
      'validate',
      'good.yaml',
      'broken.yaml',
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    const lines = stdout.split('\n');
    const found = lines.flatMap(line => {
      const [, place, severity, code_] =
        /^\s+(\d+:\d+)\s+(error|warning)\s.*\s{2}([A-Z_]+)$/.exec(line) ?? [];
      return place ? [`${place} ${severity} ${code_}`] : [];
    });
    expect(found).toEqual([
      '7:13 warning UNKNOWN_KEY',
      '14:61 error INVALID_URL',
      '15:17 error DUPLICATE_ID',
      '19:26 error UNKNOWN_CHOICE',
      '20:26 error RULE_SYNTAX',
      '20:44 error INVALID_RISK',
    ]);
    expect(stdout).toContain('Did you mean "written"?');
    expect(lines.at(-2)).toBe('2 files: 5 errors, 1 warning');
  });

  it('does not fail for warnings, unless told how many may be', async () => {
    const relaxed = await runCli(['lens', 'validate', 'warned.json']);
    expect(relaxed.code).toBe(0);
    expect(relaxed.stdout).toContain('UNKNOWN_KEY');

    const args = ['lens', 'validate', 'warned.json', '--max-warnings'];
    expect((await runCli([...args, '1'])).code).toBe(0);
    const strict = await runCli([...args, '0']);
    expect(strict.code).toBe(1);
    expect(strict.stderr).toBe('1 warning, where at most 0 may be\n');
  });

  it('says once what repeats, and apart what is for information', async () => {
    const lens = JSON.parse(
      await readFile(path.join(FIXTURES, 'warned.json'), 'utf8'),
    );
    delete lens.releasedOn;
    const { questions } = lens.pillars[0];
    const never = { condition: 'written', risk: 'MEDIUM_RISK' };
    questions[0].riskRules.splice(1, 0, never);
    const again = JSON.stringify(questions[0]).replace(/"purpose/g, '"other');
    questions.push(JSON.parse(again.replace(/"written"/g, '"kept"')));
    const input = JSON.stringify(lens, null, 2);
    const args = ['lens', 'validate', '-', '--max-warnings', '0'];
    const { code, stdout } = await runCli(args, { input });
    expect(code).toBe(0);
    expect(stdout.match(/RULE_NEVER_FIRES/g)).toHaveLength(1);
    expect(stdout).toMatch(/\n +\d+:\d+ {2}info {5}No answer lets/);
    expect(stdout).toMatch(/\n +1 more: \d+:\d+\n/);
    expect(stdout).toMatch(/0 errors, 0 warnings, 2 for information\n$/);
    const github = await runCli([...args, '--format', 'github'], { input });
    expect(github.stdout.match(/^::notice /gm)).toHaveLength(2);
  });

  it('speaks JSON', async () => {
    const { code, stdout } = await runCli([
      'lens',
      'validate',
      '--format',
      'json',
      'good.yaml',
      'broken.yaml',
    ]);
    expect(code).toBe(1);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      errors: 5,
      warnings: 1,
      files: [
        { file: 'good.yaml', valid: true, counts: { questions: 1 } },
        { file: 'broken.yaml', valid: false },
      ],
    });
    expect(result.files[1].errors[0]).toMatchObject({
      pointer: '/pillars/0/questions/0/choices/0/improvementPlan/url',
      code: 'INVALID_URL',
      line: 14,
      column: 61,
    });
  });

  it('speaks as GitHub Actions want it', async () => {
    const { code, stdout } = await runCli([
      'lens',
      'validate',
      '--format',
      'github',
      'broken.yaml',
    ]);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(
      /^::warning file=broken.yaml,line=7,col=13,title=UNKNOWN_KEY::A pillar has no key/,
    );
    // A caret under the condition takes lines of its own.
    expect(lines[4]).toMatch(
      /^::error file=broken.yaml,line=20,col=26,title=RULE_SYNTAX::.*%0Awritten &&%0A/,
    );
  });

  it('names files that cannot be read, and checks the others', async () => {
    const { code, stdout } = await runCli([
      'lens',
      'validate',
      'gone.yaml',
      'good.yaml',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'gone.yaml cannot be read: there is no such file  UNREADABLE',
    );
    expect(stdout).toContain('good.yaml: can be imported');
  });

  it('reads standard input', async () => {
    const { code, stdout } = await runCli(['lens', 'validate', '-'], {
      input: '{ "schemaVersion": "2021-11-01", }',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/<stdin>\n\s+1:\d+\s+error\s+Not valid JSON/);
  });

  it.each([
    [['lens', 'validate']],
    [['lens', 'validate', 'good.yaml', '--format', 'xml']],
    [['lens', 'validate', 'good.yaml', '--max-warnings', 'few']],
    [['lens', 'check', 'good.yaml']],
  ])('says how %j is meant', async args => {
    const { code, stdout, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('ml-lens lens schema', () => {
  it('prints the JSON Schema that the repository carries for editors', async () => {
    const { code, stdout } = await runCli(['lens', 'schema']);
    expect(code).toBe(0);
    const file = path.resolve(FIXTURES, '../../../../schemas/lens.schema.json');
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(await readFile(file, 'utf8')),
    );
  });
});

describe('docs/lens-authoring.md', () => {
  const docs = () =>
    readFile(
      path.resolve(FIXTURES, '../../../../docs/lens-authoring.md'),
      'utf8',
    );

  it('has examples that can be imported without a warning', async () => {
    const examples = [
      ...(await docs()).matchAll(/```yaml\n((?:#.*\n)*schemaVersion[^]*?)```/g),
    ];
    expect(examples.length).toBeGreaterThan(0);
    for (const [, input] of examples) {
      const { code, stdout } = await runCli(
        ['lens', 'validate', '-', '--max-warnings', '0'],
        { input },
      );
      expect(stdout).toMatch(/0 errors, 0 warnings\n$/);
      expect(code).toBe(0);
    }
  });

  it('explains every problem code the fixtures give', async () => {
    const text = await docs();
    const { stdout } = await runCli([
      'lens',
      'validate',
      '--format',
      'json',
      'broken.yaml',
      'warned.json',
      'gone.yaml',
    ]);
    const codes: string[] = JSON.parse(stdout).files.flatMap(
      (file: Record<'errors' | 'warnings', { code: string }[]>) =>
        [...file.errors, ...file.warnings].map(({ code }) => code),
    );
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) {
      expect(text).toContain(`\`${code}\``);
    }
  });
});
