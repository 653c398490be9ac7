// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Which repository a folder is of, at which commit; undefined where unknown. */
export interface Origin {
  repo?: string;
  commit?: string;
}

/** What git says of a folder; nothing where it is not there or knows nothing. */
export async function originOf(folder: string): Promise<Origin> {
  const git = async (...args: string[]) => {
    try {
      const { stdout } = await run('git', ['-C', folder, ...args], {
        timeout: 10_000,
      });
      return stdout.trim() || undefined;
    } catch {
      return undefined;
    }
  };
  const remote = await git('config', '--get', 'remote.origin.url');
  return {
    commit: await git('rev-parse', '--verify', 'HEAD'),
    repo: remote && repositoryOf(remote),
  };
}

/**
 * A remote as `host/owner/name`, without whatever lets somebody in; undefined
 * for a folder.
 */
export function repositoryOf(remote: string): string | undefined {
  const match =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/(.+)$/.exec(
      remote,
    ) ?? /^(?:[\w.-]+@)([\w.-]+):(?!\/)(.+)$/.exec(remote);
  return match
    ? `${match[1]}/${match[2].replace(/\/+$/, '').replace(/\.git$/, '')}`
    : undefined;
}
