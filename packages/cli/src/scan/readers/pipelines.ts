// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { parse } from 'yaml';
import { type Fact, factsOfLines, lineWith, literal } from '../Fact';
import type { Reader } from './Reader';

/** A DVC pipeline: its stages, what they need, and what they measure. */
export const dvc: Reader = {
  wants: path => /(^|\/)dvc\.yaml$/.test(path),
  read({ path, text }) {
    const { stages = {}, metrics } = parse(text) ?? {};
    const facts = Object.entries<any>(stages ?? {}).flatMap(
      ([name, stage]): Fact[] => {
        const place = lineWith(text, new RegExp(`^\\s+${literal(name)}\\s*:`));
        const has = (part: string) => stage?.[part]?.length > 0;
        return [
          { name: 'dvc/stage', path, ...place },
          ...['deps', 'outs', 'params', 'metrics', 'plots'].flatMap(part =>
            has(part) ? [{ name: `dvc/${part}`, path, ...place }] : [],
          ),
        ];
      },
    );
    return metrics
      ? [
          ...facts,
          { name: 'dvc/metrics', path, ...lineWith(text, /^metrics\s*:/) },
        ]
      : facts;
  },
};

/** What a DVC pipeline last made of which data, by hash. */
export const dvcLock: Reader = {
  wants: path => /(^|\/)dvc\.lock$/.test(path),
  read: ({ path, text }) =>
    parse(text)?.stages
      ? [{ name: 'dvc/lock', path, ...lineWith(text, /^\s+md5:/) }]
      : [],
};

/**
 * Those of GitHub and GitLab run at the root of a repository alone; further down
 * they are part of something that is handed on.
 */
const WORKFLOW =
  /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml)$|(^|\/)(azure-pipelines\.ya?ml|buildspec\.ya?ml|Jenkinsfile)$/;

/** What runs in a pipeline: its lines, without comments. */
export const workflow: Reader = {
  wants: path => WORKFLOW.test(path),
  read(file, lines) {
    if (/\.ya?ml$/.test(file.path)) parse(file.text);
    return [
      ...factsOfLines(file, /^\s*[^\s#]/, ({ input }) =>
        lines.test(input) ? 'workflow/line' : undefined,
      ),
      ...factsOfLines(file, /^\s*-?\s*cron:/, () => 'workflow/schedule'),
    ];
  },
};

/** Who answers for which files. */
export const codeowners: Reader = {
  wants: path => /^(\.github\/|docs\/|\.gitlab\/)?CODEOWNERS$/.test(path),
  read: file =>
    factsOfLines(file, /^\s*([^\s#]\S*)\s+\S*@/, () => 'codeowners/rule'),
};

/** What an image is built from. */
export const dockerfile: Reader = {
  wants: path => /(^|\/)(Dockerfile[\w.-]*|[\w-]+\.Dockerfile)$/.test(path),
  read: file => [
    ...factsOfLines(file, /^\s*FROM\s+\S+@sha256:/i, () => 'dockerfile/pinned'),
    ...factsOfLines(
      file,
      /^\s*USER\s+(?!root\b|0\b)\S+/i,
      () => 'dockerfile/user',
    ),
  ],
};

/** Expectations of Great Expectations, and tests of dbt. */
export const dataTests: Reader = {
  wants: path =>
    /(^|\/)(expectations\/.*\.json|models\/.*schema\.ya?ml)$/.test(path),
  read({ path, text }) {
    if (path.endsWith('.json')) {
      const { expectations } = JSON.parse(text);
      return Array.isArray(expectations) && expectations.length > 0
        ? [
            {
              name: 'data-test/expectation',
              path,
              ...lineWith(text, /expectation_type|"type"/),
            },
          ]
        : [];
    }
    return factsOfLines(
      { path, text },
      /^\s+(?:data_)?tests:/,
      () => 'data-test/dbt',
    );
  },
};
