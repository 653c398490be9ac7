// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateState } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type Command, Option } from 'commander';
import { type BackendOptions, connect, withBackend } from '../backend';
import { CliError, describeError } from '../errors';
import { formatGate, GATE_FORMATS, type GateFormat } from '../output/gate';

/** Exit codes beside 0 for go and 1 for not. */
const USAGE = 2;
const CANNOT_KNOW = 3;

interface GateOptions extends BackendOptions {
  gate: string;
  lens?: string;
  format: GateFormat;
}

/** The gates of a workload by lens, or of the lens that is named. */
async function gatesOf(
  workload: string,
  { lens, ...backend }: GateOptions,
): Promise<{ lens: string; gates: GateState[] }[]> {
  const call = connect(backend);
  const path = { workloadId: workload };
  const lenses =
    lens === undefined
      ? (await call('getWorkload', { path })).reviews.map(
          review => review.lens.id,
        )
      : [lens];
  return await Promise.all(
    lenses.map(async lensId => ({
      lens: lensId,
      gates: (await call('listGates', { path: { ...path, lensId } })).items,
    })),
  );
}

/**
 * Says whether the work may go on at a gate.
 *
 * @throws CliError with exit code 1 where it may not, 2 for a gate there is
 *   not, 3 where that cannot be known
 */
async function checkGate(
  workload: string,
  options: GateOptions,
): Promise<void> {
  let found: Awaited<ReturnType<typeof gatesOf>>;
  try {
    found = await gatesOf(workload, options);
  } catch (error) {
    throw new CliError(
      `Whether the work may go on cannot be known. ${describeError(error)}`,
      { exitCode: CANNOT_KNOW },
    );
  }
  const matches = found.flatMap(({ lens, gates }) =>
    gates
      .filter(({ gate }) => gate.id === options.gate)
      .map(state => ({ lens, state })),
  );
  if (matches.length !== 1) {
    const ids = [
      ...new Set(
        found.flatMap(({ gates }) => gates.map(({ gate }) => gate.id)),
      ),
    ];
    throw new CliError(
      matches.length > 1
        ? `Several lenses have a gate "${options.gate}": ${matches
            .map(({ lens }) => lens)
            .join(', ')}. Name one with --lens.`
        : `The workload has no gate "${options.gate}". ${
            ids.length > 0
              ? `Its gates are ${ids.join(', ')}.`
              : 'Its lenses have no gates.'
          }`,
      { exitCode: USAGE },
    );
  }
  const [{ lens, state }] = matches;
  const go = state.status === 'GO' || state.status === 'GO_WITH_CONDITIONS';
  process.stdout.write(
    formatGate({ workload, lens, go, state }, options.format),
  );
  if (!go) {
    throw new CliError('The work may not go on', { isReported: true });
  }
}

/** Adds `ml-lens gate …`. */
export function addGateCommands(program: Command): void {
  const gate = program
    .command('gate')
    .description('where somebody says that the work may go on');

  withBackend(
    gate
      .command('check <workload>')
      .description(
        'exit with 0 where the latest decision is go, 1 where not, 3 where that cannot be known',
      )
      .requiredOption('--gate <id>', 'the gate')
      .option('--lens <id>', 'the lens, where several have the gate')
      .addOption(
        new Option('--format <format>', 'how to say it')
          .choices(GATE_FORMATS)
          .default('text'),
      ),
  ).action(checkGate);
}
