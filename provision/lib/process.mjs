// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Runs a command so that it and everything it started end together with us.

import { spawn, spawnSync } from 'node:child_process';
import os from 'node:os';

const windows = process.platform === 'win32';
const stopSignals = windows ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How long a command may take to end by itself after the first signal, in milliseconds. */
const gracePeriod = 8_000;

function signalGroup(child, signal) {
  try {
    if (windows) {
      child.kill(signal);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // already gone
  }
}

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/**
 * Calls back when the package manager that runs us has ended. npm starts a
 * script through a shell, and a signal that ends npm or that shell does not
 * reach the script.
 *
 * @returns a function that stops watching
 */
function watchPackageManager(callback) {
  if (windows || !process.env.npm_lifecycle_event) {
    return () => {};
  }
  const shell = process.ppid;
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(shell)], {
    encoding: 'utf8',
  });
  const ancestors = [shell, Number(stdout)].filter(pid => pid > 1);
  const timer = setInterval(() => {
    if (!ancestors.every(isAlive)) {
      clearInterval(timer);
      callback();
    }
  }, 1_000);
  return () => clearInterval(timer);
}

/**
 * Runs a command in the foreground and resolves with its exit code, the usual
 * 128 + n where a signal ended it. A signal to this process goes to the
 * command's whole process group; what has not ended after the grace period is
 * killed.
 */
export function runInForeground(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      // A group of its own: the command's children are stopped with it, also
      // when only this process gets the signal.
      detached: !windows,
      ...options,
    });
    let killer;
    const forward = signal => {
      signalGroup(child, signal);
      killer ??= setTimeout(() => signalGroup(child, 'SIGKILL'), gracePeriod);
    };
    stopSignals.forEach(signal => process.on(signal, forward));
    const stopWatching = watchPackageManager(() => forward('SIGTERM'));
    const done = () => {
      clearTimeout(killer);
      stopWatching();
      stopSignals.forEach(signal => process.off(signal, forward));
    };
    child.on('error', error => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      signalGroup(child, 'SIGTERM'); // whatever the command left behind
      resolve(code ?? 128 + os.constants.signals[signal]);
    });
  });
}
