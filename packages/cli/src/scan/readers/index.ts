// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Fact } from '../Fact';
import type { SourceFile } from '../walk';
import { cloudFormation, terraform } from './infrastructure';
import { mlBom, mlModel, modelCard } from './models';
import {
  codeowners,
  dataTests,
  dockerfile,
  dvc,
  dvcLock,
  workflow,
} from './pipelines';
import { notebook, pyproject, python, requirements } from './python';
import type { Reader } from './Reader';

const READERS: readonly Reader[] = [
  requirements,
  pyproject,
  python,
  notebook,
  modelCard,
  mlBom,
  mlModel,
  dvc,
  dvcLock,
  workflow,
  codeowners,
  dockerfile,
  dataTests,
  terraform,
  cloudFormation,
];

/** Shown to others rather than used: nothing there is in place. */
const SHOWN_ONLY =
  /(^|\/)(examples?|samples?|demos?|fixtures|__fixtures__|testdata|tutorials?|cookiecutter|templates?)\//i;

/** Whether any reader wants a file. */
export function isWanted(path: string): boolean {
  return !SHOWN_ONLY.test(path) && READERS.some(({ wants }) => wants(path));
}

/** What a file says; nothing where it is not what its name says. */
export async function factsOf(
  file: SourceFile,
  lines: RegExp,
): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const reader of READERS) {
    if (!reader.wants(file.path)) continue;
    try {
      facts.push(...(await reader.read(file, lines)));
    } catch {
      // Broken YAML, half a notebook: somebody else's to mend.
    }
  }
  return facts;
}
