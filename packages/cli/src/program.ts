// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Command } from 'commander';
import { version } from '../package.json';
import { addEvidenceCommands } from './commands/evidence';
import { addGateCommands } from './commands/gate';
import { addHistoryCommands } from './commands/history';
import { addLensCommands } from './commands/lens';
import { addModelVersionCommands } from './commands/modelVersion';
import { addScorecardCommands } from './commands/scorecards';
import { addScanCommand } from './scan/addScanCommand';

/** The `ml-lens` command with everything below it. */
export function createProgram(): Command {
  const program = new Command('ml-lens')
    .description('Check and manage ML Lens lenses, histories and scorecards')
    .version(version)
    // Else `lens export … --version 2` would print the version of the command.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(--help says more)');
  addLensCommands(program);
  addHistoryCommands(program);
  addEvidenceCommands(program);
  addGateCommands(program);
  addModelVersionCommands(program);
  addScorecardCommands(program);
  addScanCommand(program);
  return program;
}
