// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MlLensModelFact,
  MlLensModelProblem,
  MlLensModelRequest,
} from './models';

/**
 * Asks several systems of one kind about models: servers, accounts. A name may
 * begin with the id of one and a slash; without, it is looked for on each, in
 * their order. One that cannot be asked leaves in doubt only the names that it
 * could have, and the others answer all the same.
 *
 * @param options - `factsOf` asks one system: `wanted` has the names people
 *   gave, by the name on the system; names that are not there are left out. Its
 *   errors are shown to people, so they must hold no secret and no address
 *
 * @public
 */
export async function* mlLensModelsOf<System extends { id: string }>(
  request: MlLensModelRequest,
  options: {
    systems: readonly System[];
    factsOf(
      system: System,
      wanted: ReadonlyMap<string, string>,
    ): Promise<MlLensModelFact[]>;
  },
): AsyncGenerator<MlLensModelFact | MlLensModelProblem> {
  const waiting = new Set(request.names);
  const problems = new Map<string, string>();
  for (const system of options.systems) {
    const wanted = wantedOf(system.id, waiting);
    if (wanted.size === 0) {
      continue;
    }
    try {
      for (const fact of await options.factsOf(system, wanted)) {
        waiting.delete(fact.name);
        yield fact;
      }
    } catch (error) {
      request.signal.throwIfAborted();
      for (const name of wanted.values()) {
        problems.set(name, problems.get(name) ?? (error as Error).message);
      }
    }
  }
  for (const [name, problem] of problems) {
    if (waiting.has(name)) {
      yield { name, problem };
    }
  }
}

/** Names a system may have, by what they are called there. */
function wantedOf(
  id: string,
  names: Iterable<string>,
): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  for (const name of names) {
    const [, system, rest] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
    if (system === undefined) {
      wanted.set(name, name);
    } else if (system === id) {
      wanted.set(rest, name);
    }
  }
  return wanted;
}
