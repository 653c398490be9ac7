// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { CommanderError } from 'commander';
import { CliError, describeError } from './errors';
import { createProgram } from './program';

/** Exit code of a command that could not be understood. */
const USAGE = 2;

/**
 * Runs the command line and sets the exit code: 0 when all is well, 1 when
 * something is wrong with a file or a request, 2 for a command that cannot be
 * understood; `gate check` has 3 where it cannot know. Output still on its way is written before the process ends.
 */
export async function run(argv: string[]): Promise<void> {
  // `ml-lens … | head` closes the pipe early, which is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said what is wrong; help and version are no errors.
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
      return;
    }
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    process.exitCode = error instanceof CliError ? error.exitCode : 1;
    if (error instanceof CliError && error.isReported) return;
    process.stderr.write(`${describeError(error)}\n`);
  }
}
