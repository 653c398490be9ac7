// Runs a command so that it and everything it started end together with us.

import { spawn } from 'node:child_process';
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
    const done = () => {
      clearTimeout(killer);
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
