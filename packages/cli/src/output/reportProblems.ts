// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { problemsOf } from '@ml-lens/backstage-plugin-ml-lens-common';
import { CliError } from '../errors';
import { count, formatProblems, sortProblems } from './problems';

/**
 * Does a request with a file; where the backend refuses the file, prints its
 * problems with their lines.
 *
 * @throws CliError when the file has problems; what the request throws else
 */
export async function reportingProblems<T>(
  file: string,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const problems = problemsOf(error);
    if (problems.length === 0) throw error;
    process.stderr.write(
      formatProblems(
        file,
        sortProblems(
          problems.map(problem => ({ ...problem, severity: 'error' as const })),
        ),
        process.stderr,
      ),
    );
    throw new CliError(
      `The backend refused ${file}: ${count(problems.length, 'error')}`,
    );
  }
}
